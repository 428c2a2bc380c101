using PlanetGraph.Batch.Tasks;

namespace PlanetGraph.Standalone.Batch;

/// <summary>The arguments of <c>planet-graph batch</c> after they were found good: full paths, real values.</summary>
/// <param name="Input">An existing folder.</param>
/// <param name="Output">A folder that is there or can be made; neither inside the input nor around it.</param>
/// <param name="Page">Port of the progress page on the loopback address; 0: no page.</param>
internal sealed record BatchArguments(
    string Input,
    string Output,
    OutputFormat Format,
    string? AddressColumn,
    int Parallelism,
    Uri? ServiceUrl,
    string? Data,
    bool Resume,
    bool DryRun,
    int Page)
{
    /// <summary>Everything here that changes the bytes of the result.</summary>
    public RunSettings Settings => new(Input, Format, AddressColumn);

    public static BatchArguments? Parse(
        string input,
        string output,
        string format,
        string? addressColumn,
        int parallelism,
        string? serviceUrl,
        string? data,
        bool resume,
        bool dryRun,
        int page,
        out string fault)
    {
        fault = "";
        var from = Path.TrimEndingDirectorySeparator(Path.GetFullPath(input));
        var to = Path.TrimEndingDirectorySeparator(Path.GetFullPath(output));
        Uri? service = null;
        if (!Enum.TryParse<OutputFormat>(format, ignoreCase: true, out var outputFormat) || !Enum.IsDefined(outputFormat) || int.TryParse(format, out _))
        {
            fault = $"--format '{format}' is not known; it is jsonl or csv.";
        }
        else if (parallelism is < 0 or > 1024)
        {
            fault = $"--parallelism {parallelism} is out of range; it is 1 to 1024, or 0 for one for each processor.";
        }
        else if (page is < 0 or > 65535)
        {
            fault = $"--page {page} is no port; it is 1 to 65535.";
        }
        else if (serviceUrl is not null && (!Uri.TryCreate(serviceUrl, UriKind.Absolute, out service) || service.Scheme is not ("http" or "https")))
        {
            fault = $"--service-url '{serviceUrl}' is no http address; it looks like http://host:8080.";
        }
        else if (addressColumn is { Length: 0 })
        {
            fault = "--address-column is empty; give the column's name as in the header, or leave the option out.";
        }
        else if (File.Exists(from))
        {
            fault = $"--input {from} is a file; give the folder that it is in.";
        }
        else if (!Directory.Exists(from))
        {
            fault = $"--input {from} does not exist.";
        }
        else if (!MayList(from))
        {
            fault = $"--input {from} may not be listed by this user: it needs read and execute permission on the folder.";
        }
        else if (File.Exists(to))
        {
            fault = $"--output {to} is a file; give a folder.";
        }
        else if (IsBelow(to, from) || IsBelow(from, to))
        {
            fault = $"--output {to} and --input {from} lie in each other; results must not become input. Choose a folder beside it.";
        }
        else if (data is not null && !File.Exists(data))
        {
            fault = $"--data {data} does not exist.";
        }

        return fault.Length > 0
            ? null
            : new BatchArguments(from, to, outputFormat, addressColumn, parallelism == 0 ? Environment.ProcessorCount : parallelism, service, data, resume, dryRun, page);
    }

    private static bool MayList(string folder)
    {
        try
        {
            _ = Directory.EnumerateFileSystemEntries(folder).Any();
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool IsBelow(string path, string folder) =>
        path == folder || path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
