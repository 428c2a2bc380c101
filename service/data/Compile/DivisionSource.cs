using System.IO.Compression;
using System.Text;
using PlanetGraph.Engine.Data;

namespace PlanetGraph.Data.Compile;

/// <summary>
/// divisions.tsv.br: all divisions as text under Brotli, one a line, a digit for the level (0 province … 4 village) before the name, parents before children.
/// The first line names the source.
/// </summary>
internal static class DivisionSource
{
    public static (string Source, List<Division> Provinces) Read(string path)
    {
        using BrotliStream stream = new(File.OpenRead(path), CompressionMode.Decompress);
        using StreamReader reader = new(stream, Encoding.UTF8);
        string source = reader.ReadLine() ?? throw new InvalidDataException($"{path} is empty.");
        List<Division> provinces = [];
        Division?[] open = new Division?[5];
        int line = 1;
        while (reader.ReadLine() is { } text)
        {
            line++;
            int level = text.Length > 1 ? text[0] - '0' : -1;
            if (level is < 0 or > 4)
            {
                throw new InvalidDataException($"{path}:{line}: \"{text}\" does not begin with a level from 0 to 4 and a name.");
            }

            Division? parent = open[..level].LastOrDefault(division => division is not null);
            if (level > 0 && parent is null)
            {
                throw new InvalidDataException($"{path}:{line}: {text[1..]} has no province above it.");
            }

            Division division = parent?.Add(text[1..], (DivisionLevel)level) ?? new Division(text[1..], DivisionLevel.Province, null);
            open[level] = division;
            Array.Clear(open, level + 1, 4 - level);
            if (level == 0)
            {
                provinces.Add(division);
            }
        }

        return (source, provinces);
    }

    public static void Write(string path, string source, IEnumerable<Division> provinces)
    {
        string part = path + ".part";
        using (BrotliStream stream = new(File.Create(part), CompressionLevel.SmallestSize))
        using (StreamWriter writer = new(stream, new UTF8Encoding(false)) { NewLine = "\n" })
        {
            writer.WriteLine(source);
            foreach (Division division in provinces.SelectMany(province => province.Walk()))
            {
                writer.Write((char)('0' + (int)division.Level));
                writer.WriteLine(division.Name);
            }
        }

        File.Move(part, path, overwrite: true);
    }
}
