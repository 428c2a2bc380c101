using Cocona;
using PlanetGraph.Generator.Commands;

var builder = CoconaApp.CreateBuilder(args);
builder.Services.AddGenerator();
return await builder.Build().RunGeneratorAsync(args);
