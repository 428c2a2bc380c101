using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PlanetGraph.Data.Synthetic;

/// <summary>Lays sample addresses out as a customer's folder: plain text, a CSV in GBK, gzipped JSON lines in a subfolder, and one big text file with half of all rows.</summary>
internal static class SampleFiles
{
    private static readonly JavaScriptEncoder Plain = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    /// <summary>Writes the files; returns their paths with their rows.</summary>
    public static IReadOnlyList<(string Path, long Rows)> Write(SampleAddresses addresses, string folder, long rows)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Encoding gbk = Encoding.GetEncoding("gb18030");
        Directory.CreateDirectory(Path.Combine(folder, "archive"));
        long fifth = rows / 5;
        long tenth = rows / 10;
        List<(string Path, long Rows)> written = [];
        void Add(string name, long count, Encoding encoding, bool gzip, string? header, Func<long, string> row)
        {
            string path = Path.Combine(folder, name);
            using (Stream file = File.Create(path))
            using (Stream stream = gzip ? new GZipStream(file, CompressionLevel.Fastest) : file)
            using (StreamWriter writer = new(stream, encoding, 1 << 16) { NewLine = "\n" })
            {
                if (header is not null)
                {
                    writer.WriteLine(header);
                }

                for (long i = 0; i < count; i++)
                {
                    writer.WriteLine(row(i));
                }
            }

            written.Add((path, count));
        }

        UTF8Encoding utf8 = new(false);
        Add("customers.txt", fifth, utf8, false, null, _ => addresses.Next());
        Add("orders.csv", fifth, gbk, false, "id,address,amount", i => string.Create(CultureInfo.InvariantCulture, $"{i + 1},{Quote(addresses.Next())},{(i * 37 % 9973) / 10m}"));
        Add(Path.Combine("archive", "parcels.jsonl.gz"), tenth, utf8, true, null, i => $"{{\"id\":{i + 1},\"addr\":\"{JsonEncodedText.Encode(addresses.Next(), Plain)}\"}}");
        Add("big.txt", rows - (2 * fifth) - tenth, utf8, false, null, _ => addresses.Next());
        return written;
    }

    /// <summary>Writes addresses with their parts, as the regression gate of the tests wants them.</summary>
    public static void WriteLabelled(SampleAddresses addresses, string path, long rows)
    {
        using StreamWriter writer = new(path, false, new UTF8Encoding(false)) { NewLine = "\n" };
        for (long i = 0; i < rows; i++)
        {
            writer.WriteLine(string.Join('\t', addresses.NextLabelled().Parts.Select(part => $"{part.Kind}={part.Text}")));
        }
    }

    private static string Quote(string text) =>
        text.AsSpan().IndexOfAny(",\"\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
