using PlanetGraph.Batch.Tasks;

namespace PlanetGraph.Batch.Assembly;

/// <summary>The names in the result folder.</summary>
public static class ResultPaths
{
    public const string Manifest = "manifest.json";

    /// <summary>There when all is well.</summary>
    public const string Success = "_SUCCESS";

    /// <summary>Where everything lies that has no final name yet.</summary>
    public const string Parts = ".parts";

    /// <summary>The result of an input file.</summary>
    public static string Result(string inputPath, OutputFormat format) => inputPath + (format == OutputFormat.Csv ? ".csv" : ".jsonl");

    /// <summary>The errors of an input file; there when it has any.</summary>
    public static string Errors(string inputPath) => inputPath + ".errors.jsonl";

    internal static string PartFolder(RunId run) => $"{Parts}/{run}";

    internal static string Joined(RunId run, FileEntry file) => $"{PartFolder(run)}/{file.Id:x16}.joined";

    internal static string JoinedErrors(RunId run, FileEntry file) => $"{PartFolder(run)}/{file.Id:x16}.joined.errors";
}
