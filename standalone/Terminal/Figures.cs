using System.Globalization;

namespace PlanetGraph.Standalone.Terminal;

/// <summary>Numbers as people read them.</summary>
internal static class Figures
{
    public static string Count(double value) => Math.Round(value).ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>The number with its word: 1 row, 2 rows.</summary>
    public static string Count(double value, string word) => $"{Count(value)} {word}{(Math.Round(value) == 1 ? "" : "s")}";

    public static string Bytes(long value) => value switch
    {
        < 1024 => $"{value} B",
        < 1024 * 1024 => $"{value / 1024.0:0.0} KiB",
        < 1024L * 1024 * 1024 => $"{value / 1024.0 / 1024:0.0} MiB",
        _ => $"{value / 1024.0 / 1024 / 1024:0.00} GiB",
    };

    public static string Duration(double seconds) => seconds switch
    {
        < 10 => $"{seconds:0.0} s",
        < 60 => $"{seconds:0} s",
        < 3600 => $"{(int)seconds / 60} min {(int)seconds % 60} s",
        _ => $"{(int)seconds / 3600} h {(int)seconds % 3600 / 60} min",
    };
}
