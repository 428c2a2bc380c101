using Cocona;
using PlanetGraph.Data.Commands;

CoconaApp app = CoconaApp.Create(args);
app.AddCommand("compile", CompileCommand.Run).WithDescription(CompileCommand.Description);
app.AddCommand("import", ImportCommand.Run).WithDescription(ImportCommand.Description);
app.Run();
