namespace PlanetGraph.Engine.Tagging;

/// <summary>
/// Cuts a normalized address into tagged stretches: divisions that confirm one another at its beginning by rule, the rest by the model.
/// For one thread; owns its scratch memory and allocates nothing per address.
/// </summary>
public sealed class AddressTagger(TaggerModel model)
{
    private readonly TokenSequence _tokens = new();
    private readonly DivisionTrace _trace = new();
    private readonly LabelDecoder _decoder = new(model);
    private readonly byte[] _labels = new byte[TokenSequence.MaxLength];

    /// <summary>Longest text that is tagged, in characters.</summary>
    public const int MaxLength = TokenSequence.MaxLength;

    /// <summary>
    /// Tags <paramref name="text"/>, of which <paramref name="matches"/> are all names of divisions, overlapping ones too.
    /// Returns the number of stretches written to <paramref name="spans"/> (room for one per character is always enough); they are in order and cover the text.
    /// </summary>
    public int Tag(ReadOnlySpan<char> text, ReadOnlySpan<DivisionMatch> matches, Span<TagSpan> spans)
    {
        _tokens.Cut(text);
        if (_tokens.Count == 0)
        {
            return 0;
        }

        int known = new KnownDivisions(text, matches).Label(_tokens, _labels);
        if (known < _tokens.Count)
        {
            _tokens.LookAhead(known);
            _trace.Read(_tokens, matches, known);
            _decoder.Decode(_tokens, _trace, known, _labels.AsSpan(0, _tokens.Count));
        }

        return NameRepair.Run(text, spans, Collect(spans));
    }

    /// <summary>The labels of the last text, one per token.</summary>
    internal ReadOnlySpan<byte> Labels => _labels.AsSpan(0, _tokens.Count);

    private int Collect(Span<TagSpan> spans)
    {
        ReadOnlySpan<short> starts = _tokens.Starts;
        int written = 0;
        int first = 0;
        int count = _tokens.Count;
        for (int token = 1; token <= count; token++)
        {
            TagKind kind = TagLabel.Kind(_labels[first]);
            if (token < count && (TagLabel.IsInside(_labels[token]) || (TagLabel.Kind(_labels[token]) == kind && kind >= TagKind.Unit)))
            {
                continue;
            }

            spans[written++] = new TagSpan(starts[first], (short)(starts[token] - starts[first]), kind);
            first = token;
        }

        return written;
    }
}
