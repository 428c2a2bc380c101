using System.Globalization;
using PlanetGraph.Generator.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace PlanetGraph.Generator.Spec;

/// <summary>A YAML node that knows its place, and says what is wrong with it.</summary>
internal sealed class SpecNode(YamlNode node, string file)
{
    public SourceLocation Where { get; } = new(file, node.Start.Line, node.Start.Column);

    public static SpecNode Load(string path, string shown)
    {
        var text = File.ReadAllText(path);
        if (text.IndexOfAny(['\t', '\r']) is >= 0 and var stray)
        {
            var before = text[..stray];
            throw new ProblemsException(new Problem(
                new(shown, before.Count(c => c == '\n') + 1, stray - before.LastIndexOf('\n')), "The file has a tab or a CRLF line end here.", "Use spaces and LF."));
        }

        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException e)
        {
            throw new ProblemsException(new Problem(
                new(shown, e.Start.Line, e.Start.Column), e.InnerException?.Message ?? e.Message, "Write valid YAML, each key once."));
        }

        return stream.Documents.Count == 1
            ? new(stream.Documents[0].RootNode, shown)
            : throw new ProblemsException(new Problem(new(shown), "The file is empty or has several documents.", "One document a file."));
    }

    /// <summary>The entries of a mapping whose keys are all among <paramref name="known"/> (any, when there is none).</summary>
    public IReadOnlyList<(string Key, SpecNode Value)> Entries(params string[] known)
    {
        if (node is not YamlMappingNode mapping)
        {
            throw Wrong("A mapping is needed here.", "Write `key: value` lines.");
        }

        var entries = new List<(string, SpecNode)>();
        foreach (var (key, value) in mapping.Children)
        {
            var name = ((YamlScalarNode)key).Value!;
            if (known.Length > 0 && !known.Contains(name, StringComparer.Ordinal))
            {
                throw new ProblemsException(new Problem(
                    new(file, key.Start.Line, key.Start.Column), $"Nothing here is called `{name}`.", $"Use one of: {string.Join(", ", known)}."));
            }

            entries.Add((name, new(value, file)));
        }

        return entries;
    }

    public SpecNode? Find(string key)
        => node is YamlMappingNode mapping && mapping.Children.TryGetValue(new YamlScalarNode(key), out var value) ? new(value, file) : null;

    public SpecNode Need(string key) => Find(key) ?? throw Wrong($"`{key}` is missing.", $"Add `{key}: …`.");

    public IReadOnlyList<SpecNode> Items() => node is YamlSequenceNode sequence
        ? [.. sequence.Select(item => new SpecNode(item, file))]
        : throw Wrong("A list is needed here.", "Write `- item` lines or `[a, b]`.");

    public string Text() => node is YamlScalarNode { Value: { } value } ? value : throw Wrong("A text is needed here.", "Write one value.");

    public long Integer() => Plain() is long number ? number : throw Wrong($"`{Text()}` is no whole number.", "Write digits without quotes.");

    public bool Flag() => Plain() is bool flag ? flag : throw Wrong($"`{Text()}` is neither true nor false.", "Write true or false.");

    public IReadOnlyList<string> Texts() => [.. Items().Select(item => item.Text())];

    /// <summary>The node as string, long, bool, null, list or <see cref="YamlMap"/>.</summary>
    public object? Plain() => node switch
    {
        YamlScalarNode scalar => Scalar(scalar),
        YamlSequenceNode => Items().Select(item => item.Plain()).ToList(),
        _ => Map(),
    };

    public ProblemsException Wrong(string what, string fix) => new(new Problem(Where, what, fix));

    private static object? Scalar(YamlScalarNode scalar) => scalar switch
    {
        { Style: not ScalarStyle.Plain } => scalar.Value,
        { Value: null or "" or "null" or "~" } => null,
        { Value: "true" } => true,
        { Value: "false" } => false,
        _ => long.TryParse(scalar.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : scalar.Value,
    };

    private YamlMap Map()
    {
        var map = new YamlMap();
        foreach (var (key, value) in Entries())
        {
            map.Add(key, value.Plain());
        }

        return map;
    }
}
