using Cocona;
using Cocona.Application;
using Microsoft.Extensions.DependencyInjection;
using PlanetGraph.Data.Commands;

var builder = CoconaApp.CreateBuilder(args);
builder.Services.AddSingleton<ICoconaApplicationMetadataProvider, ProgramName>();
CoconaApp app = builder.Build();
var outcome = new Outcome();
app.UseFilter(outcome);
app.AddCommand("compile", CompileCommand.Run).WithDescription(CompileCommand.Description);
app.AddCommand("import", ImportCommand.Run).WithDescription(ImportCommand.Description);
app.AddCommand("standardize", StandardizeCommand.Run).WithDescription(StandardizeCommand.Description);
app.AddCommand("explain", ExplainCommand.Run).WithDescription(ExplainCommand.Description);
app.AddCommand("measure", MeasureCommand.Run).WithDescription(MeasureCommand.Description);
app.AddCommand("sample", SampleCommand.Run).WithDescription(SampleCommand.Description);
app.AddCommand("train", TrainCommand.Run).WithDescription(TrainCommand.Description);
app.Run();
return outcome.ExitCode(args);
