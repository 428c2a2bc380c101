using System.Globalization;
using System.Text;

namespace PlanetGraph.Service.Configuration;

/// <summary>
/// Reads Java's .properties format: # and ! comments, keys ended by =, : or a blank, continued lines, and the escapes \t \n \r \f and \uXXXX.
/// Other than Java it reads UTF-8, and refuses a key that is set twice.
/// </summary>
public static class PropertiesFile
{
    /// <summary>Reads the entries of a file.</summary>
    /// <exception cref="SettingsException">The file cannot be read, or a line is wrong; each fault names the line.</exception>
    public static IReadOnlyDictionary<string, SettingValue> Read(string path)
    {
        string text;
        try
        {
            text = File.ReadAllText(path, new UTF8Encoding(false, throwOnInvalidBytes: true));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException([$"{path} cannot be read: {e.Message}"]);
        }
        catch (DecoderFallbackException)
        {
            throw new SettingsException([$"{path} is not UTF-8; save it as UTF-8, or write other characters as \\uXXXX."]);
        }

        return Parse(text, path);
    }

    /// <summary>Reads the entries of a text; <paramref name="path"/> names it in messages and roots relative paths.</summary>
    /// <exception cref="SettingsException">A line is wrong; each fault names its line.</exception>
    public static IReadOnlyDictionary<string, SettingValue> Parse(string text, string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        var entries = new Dictionary<string, SettingValue>(StringComparer.Ordinal);
        var firstLines = new Dictionary<string, int>(StringComparer.Ordinal);
        var faults = new List<string>();
        foreach (var (number, line) in LogicalLines(text))
        {
            var origin = $"{path}:{number}";
            var keyEnd = EndOfKey(line);
            if (!TryUnescape(line.AsSpan(0, keyEnd), out var key) || !TryUnescape(ValueAfter(line, keyEnd), out var value))
            {
                faults.Add($"{origin}: a \\u escape needs four hexadecimal digits.");
                continue;
            }

            if (!firstLines.TryAdd(key, number))
            {
                faults.Add($"{origin}: {key} is set again; it is set in line {firstLines[key]} already. Remove one of them.");
                continue;
            }

            entries[key] = new SettingValue(value.TrimEnd(), origin, folder);
        }

        return faults.Count == 0 ? entries : throw new SettingsException(faults);
    }

    private static IEnumerable<(int Number, string Line)> LogicalLines(string text)
    {
        var natural = text.TrimStart('\uFEFF').Split('\n');
        for (var i = 0; i < natural.Length; i++)
        {
            var number = i + 1;
            var line = natural[i].TrimEnd('\r').TrimStart(' ', '\t', '\f');
            if (line.Length == 0 || line[0] is '#' or '!')
            {
                continue;
            }

            while (IsContinued(line) && i + 1 < natural.Length)
            {
                line = line[..^1] + natural[++i].TrimEnd('\r').TrimStart(' ', '\t', '\f');
            }

            yield return (number, IsContinued(line) ? line[..^1] : line);
        }
    }

    private static bool IsContinued(string line)
    {
        var backslashes = line.Length - line.TrimEnd('\\').Length;
        return backslashes % 2 == 1;
    }

    private static int EndOfKey(string line)
    {
        var i = 0;
        while (i < line.Length && line[i] is not ('=' or ':' or ' ' or '\t' or '\f'))
        {
            i += line[i] == '\\' ? 2 : 1;
        }

        return Math.Min(i, line.Length);
    }

    private static ReadOnlySpan<char> ValueAfter(string line, int keyEnd)
    {
        var rest = line.AsSpan(keyEnd).TrimStart(" \t\f");
        return rest is ['=' or ':', ..] ? rest[1..].TrimStart(" \t\f") : rest;
    }

    private static bool TryUnescape(ReadOnlySpan<char> text, out string result)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length)
            {
                plain.Append(text[i]);
                continue;
            }

            var escaped = text[++i];
            if (escaped != 'u')
            {
                plain.Append(escaped switch { 't' => '\t', 'n' => '\n', 'r' => '\r', 'f' => '\f', _ => escaped });
                continue;
            }

            if (i + 4 >= text.Length
                || !ushort.TryParse(text.Slice(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
            {
                result = string.Empty;
                return false;
            }

            plain.Append((char)unit);
            i += 4;
        }

        result = plain.ToString();
        return true;
    }
}
