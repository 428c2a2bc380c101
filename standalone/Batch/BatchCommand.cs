using Cocona;
using PlanetGraph.Batch;

namespace PlanetGraph.Standalone.Batch;

/// <summary><c>planet-graph batch</c>.</summary>
internal static class BatchCommand
{
    public const string Description = "Standardize every address in a folder of files (.txt, .csv, .tsv, .jsonl, each also .gz).";

    [Examples(
        "planet-graph batch --input addresses --output results",
        "    every file of addresses/ gets its results/<same path>.jsonl, a row for each row, in order",
        "planet-graph batch --input addresses --output results --format csv --address-column 收货地址",
        "    keeps the columns of the input and adds ours",
        "planet-graph batch --input addresses --output results",
        "    the same command again goes on where it was stopped; after the end it makes only what is missing",
        "planet-graph batch --input addresses --output results --resume",
        "    tries the files that failed once more",
        "planet-graph batch --input addresses --output results --dry-run",
        "    lists what would be done, and does nothing",
        "",
        "Exit codes: 0 all done; 1 some files failed (see manifest.json); 2 bad arguments;",
        "3 the disk or the service gave out, run it again to go on; 143 stopped by Ctrl-C or SIGTERM, run it again to go on.")]
    public static Task<int> RunAsync(
        [Option('i', Description = "Folder with the input files.")] string input,
        [Option('o', Description = "Folder for the results; made when it is not there.")] string output,
        [Option('f', Description = "Form of the results: jsonl, or csv (the input's columns kept, ours added).")] string format = "jsonl",
        [Option(Description = "Column of csv and tsv files that holds the address. Default: address, addr, 地址, else the only column.")] string? addressColumn = null,
        [Option('p', Description = "Chunks worked on at a time. Default: one for each processor.")] int parallelism = 0,
        [Option(Description = "Ask this address service instead of the one inside this program.")] string? serviceUrl = null,
        [Option(Description = "The compiled gazetteer. Default: data_stable.bin beside this program.")] string? data = null,
        [Option(Description = "Go on with a run that ended: its failed files are tried again.")] bool resume = false,
        [Option(Description = "Say what would be done, and do nothing.")] bool dryRun = false,
        [Option(Description = "Show the progress page on this port of this machine until Ctrl-C.")] int page = 0)
    {
        var arguments = BatchArguments.Parse(input, output, format, addressColumn, parallelism, serviceUrl, data, resume, dryRun, page, out var fault);
        if (arguments is null)
        {
            Console.Error.WriteLine($"planet-graph batch: {fault}");
            return Task.FromResult(ExitCode.Usage);
        }

        return BatchProgram.RunAsync(arguments);
    }
}
