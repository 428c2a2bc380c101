using System.Buffers;
using PlanetGraph.Engine.Data;
using PlanetGraph.Engine.Explaining;
using PlanetGraph.Engine.Fields;
using PlanetGraph.Engine.Matching;
using PlanetGraph.Engine.Output;
using PlanetGraph.Engine.Resolving;
using PlanetGraph.Engine.Tagging;
using PlanetGraph.Engine.Text;

namespace PlanetGraph.Engine;

/// <summary>The work of one thread: owns its scratch memory and allocates nothing per address. Not thread-safe.</summary>
public sealed class StandardizerSession
{
    private readonly Standardizer owner;
    private readonly NormalizedText text;
    private readonly DivisionMatcher matcher;
    private readonly AddressTagger tagger;
    private readonly TagSpan[] spans = new TagSpan[NormalizedText.MaxLength + QuarterCut.LongestChain];
    private readonly QuarterCut quarters;
    private readonly MentionReader mentions;
    private readonly HierarchyResolver hierarchy;
    private readonly LowerLevels lower;
    private readonly PlaceNames places;
    private readonly FieldReader fields;
    private readonly Parts parts = new();
    private int spanCount;

    internal StandardizerSession(Standardizer owner)
    {
        this.owner = owner;
        Gazetteer gazetteer = owner.Gazetteer;
        text = new NormalizedText(gazetteer);
        matcher = new DivisionMatcher(gazetteer);
        tagger = new AddressTagger(owner.Tagger);
        quarters = new QuarterCut(gazetteer);
        mentions = new MentionReader(gazetteer);
        hierarchy = new HierarchyResolver(gazetteer);
        lower = new LowerLevels(gazetteer);
        places = new PlaceNames(gazetteer);
        fields = new FieldReader(gazetteer, places);
    }

    /// <summary>Writes exactly one response object as UTF-8 JSON: fields in the documented order, Chinese unescaped.</summary>
    /// <param name="address">The address as the user wrote it.</param>
    /// <param name="output">Where the object goes.</param>
    public void WriteJson(ReadOnlySpan<char> address, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        Read(address);
        new ResponseWriter(owner.Gazetteer, text, owner.CustomerValues, output).Write(parts);
    }

    /// <summary>The same answer as a record; allocates it.</summary>
    public AddressParts Standardize(ReadOnlySpan<char> address)
    {
        Read(address);
        return new PartsReader(owner.Gazetteer, text, owner.CustomerValues).Read(parts);
    }

    internal Explanation Explain(string address)
    {
        Read(address);
        PartsReader reader = new(owner.Gazetteer, text, owner.CustomerValues);
        return new Explainer(owner.Gazetteer, text, reader, hierarchy).Explain(address, spans.AsSpan(0, spanCount), parts);
    }

    private void Read(ReadOnlySpan<char> address)
    {
        ObjectDisposedException.ThrowIf(owner.IsDisposed, owner);
        text.Read(address);
        owner.Overlay.Rewrite(text);
        matcher.Read(text.Span);
        if (SecondAddress.Find(text.Span, matcher.Matches) is >= 0 and var end)
        {
            text.Truncate(end);
            matcher.Read(text.Span);
        }

        parts.Clear();
        spanCount = tagger.Tag(text.Span, matcher.ByLevel(), spans);
        spanCount = quarters.Run(spans, spanCount, text.Span, matcher.Matches);
        spanCount = SpanRepair.Repair(spans, spanCount, text.Span, matcher.Matches, places);
        ReadOnlySpan<TagSpan> tagged = spans.AsSpan(0, spanCount);
        mentions.Read(tagged, matcher.Matches, text.Span);
        int unit = hierarchy.Resolve(mentions.Mentions, text.Span, parts);
        lower.Fill(unit, mentions.Mentions, text, parts);
        fields.Read(tagged, matcher, text, unit, parts);
        owner.Overlay.Apply(text, unit, parts);
    }
}
