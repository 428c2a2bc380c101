using PlanetGraph.Batch.Hosting;
using PlanetGraph.Publisher;

return await PublisherProgram.Build(args).RunToExitCodeAsync();
