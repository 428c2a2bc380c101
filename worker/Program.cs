using PlanetGraph.Batch.Hosting;
using PlanetGraph.Worker;

return await WorkerProgram.Build(args).RunToExitCodeAsync();
