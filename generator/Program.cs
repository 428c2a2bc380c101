using Cocona;
using PlanetGraph.Generator.Commands;

var builder = CoconaApp.CreateBuilder(args);
builder.Services.AddGenerator();
var app = builder.Build();
app.AddGeneratorCommands();
await app.RunAsync();
