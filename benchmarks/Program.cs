using BenchmarkDotNet.Running;
using PlanetGraph.Benchmarks.Batch;
using PlanetGraph.Benchmarks.Engine;

if (args is ["engine-rate", var data, var file, var threads])
    return EngineRate.Print(data, file, int.Parse(threads, System.Globalization.CultureInfo.InvariantCulture));
if (args is ["batch-rate", var input])
    return await BatchRate.PrintAsync(input);

BenchmarkSwitcher.FromAssembly(typeof(EngineRate).Assembly).Run(args);
return 0;
