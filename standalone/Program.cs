return await PlanetGraph.Standalone.CommandLine.RunAsync(args);
