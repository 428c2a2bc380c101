namespace PlanetGraph.Data.Compile;

/// <summary>Reads our tables: tab separated, a header, lines that begin with # are comments. Errors name file and line.</summary>
internal static class Tsv
{
    /// <summary>A row of a table: its cells and where it stands, for messages.</summary>
    internal readonly record struct Row(string Place, string[] Cells)
    {
        public string this[int column] => Cells[column];
    }

    /// <summary>The wanted columns of every row, in the order asked for; empty cells are empty strings.</summary>
    public static IEnumerable<Row> Rows(string path, params string[] columns)
    {
        int[]? places = null;
        int line = 0;
        foreach (string text in File.ReadLines(path))
        {
            line++;
            if (text.Length == 0 || text[0] == '#')
            {
                continue;
            }

            string[] cells = text.Split('\t');
            if (places is null)
            {
                places = [.. columns.Select(column => Array.IndexOf(cells, column))];
                int missing = Array.IndexOf(places, -1);
                if (missing >= 0)
                {
                    throw new InvalidDataException($"{path}:{line}: the header has no column \"{columns[missing]}\".");
                }

                continue;
            }

            if (cells.Length <= places.Max())
            {
                throw new InvalidDataException($"{path}:{line}: {cells.Length} cells where the header has {places.Max() + 1}.");
            }

            yield return new Row($"{path}:{line}", [.. places.Select(place => cells[place].Trim())]);
        }
    }
}
