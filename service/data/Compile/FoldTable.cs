using System.Globalization;

namespace PlanetGraph.Data.Compile;

/// <summary>What each character is folded to before anything looks at it: half width, simplified, one kind of blank and of dash; 0 drops it.</summary>
internal static class FoldTable
{
    /// <summary>Of every character, with traditional.tsv of the folder of tables.</summary>
    public static ushort[] Read(string tables)
    {
        ushort[] fold = new ushort[0x10000];
        for (int c = 0; c < 0x10000; c++)
        {
            fold[c] = Folded((char)c);
        }

        foreach (Tsv.Row row in Tsv.Rows(Path.Combine(tables, "traditional.tsv"), "traditional", "simplified"))
        {
            fold[row[0][0]] = row[1][0];
        }

        return fold;
    }

    private static char Folded(char c) => c switch
    {
        '\u3000' or '\t' or '\n' or '\r' => ' ',
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        '\u2013' or '\u2014' or '\u2015' or '\u2212' or '\u2012' or '\u2010' or '\u2011' or '\uFF70' => '-',
        '【' or '〔' or '〖' or '[' or '{' => '(',
        '】' or '〕' or '〗' or ']' or '}' => ')',
        '〇' or '○' => '零',
        _ when char.IsWhiteSpace(c) => ' ',
        _ when char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format => '\0',
        _ => c,
    };
}
