using PlanetGraph.Generator.Diagnostics;
using PlanetGraph.Generator.Rendering;

namespace PlanetGraph.Generator.Validation;

/// <summary>Finds the place in a template that a generated file, or an object rendered from it, got something from.</summary>
internal static class TemplatePlace
{
    /// <summary>The template's line with the text of the generated line; the file alone, when there is not exactly one.</summary>
    /// <param name="line">Of the generated file, from 1.</param>
    /// <param name="column">Of the generated line, from 1; 0: its first letter.</param>
    public static SourceLocation OfLine(GeneratedFile file, int line, int column)
    {
        var lines = file.Text.Split('\n');
        if (line < 1 || line > lines.Length)
        {
            return new(file.Source);
        }

        var wanted = lines[line - 1];
        return Only(file, text => text.TrimEnd() == wanted, text => column > 0 ? column : FirstLetter(text));
    }

    /// <summary>The template's line that has the word; the file alone, when there is not exactly one.</summary>
    public static SourceLocation OfWord(GeneratedFile file, string word)
        => Only(file, text => Find(text, word) >= 0, text => Find(text, word) + 1);

    private static SourceLocation Only(GeneratedFile file, Func<string, bool> isWanted, Func<string, int> column)
    {
        var found = file.Template.Split('\n').Select((text, index) => (text, index)).Where(entry => isWanted(entry.text)).Take(2).ToList();
        return found is [var (text, index)] ? new(file.Source, index + 1, column(text)) : new(file.Source);
    }

    private static int FirstLetter(string text) => text.Length - text.TrimStart().Length + 1;

    private static int Find(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            if (!IsWord(text, at - 1) && !IsWord(text, at + word.Length))
            {
                return at;
            }
        }

        return -1;
    }

    private static bool IsWord(string text, int at) => at >= 0 && at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] == '_');
}
