using System.Text;
using PlanetGraph.Engine.Tagging;

namespace PlanetGraph.Data.Synthetic;

/// <summary>A stretch of a synthetic address and what it is.</summary>
internal readonly record struct LabelledPart(string Text, TagKind Kind);

/// <summary>A synthetic address: its parts in order; their texts one after the other are the address.</summary>
internal sealed class LabelledAddress
{
    private readonly List<LabelledPart> _parts = [];

    /// <summary>The parts in order.</summary>
    public IReadOnlyList<LabelledPart> Parts => _parts;

    /// <summary>The address as written.</summary>
    public string Text
    {
        get
        {
            StringBuilder text = new();
            foreach (LabelledPart part in _parts)
            {
                text.Append(part.Text);
            }

            return text.ToString();
        }
    }

    /// <summary>The last part, if there is one.</summary>
    public LabelledPart? Last => _parts.Count > 0 ? _parts[^1] : null;

    /// <summary>Adds a part unless it is empty.</summary>
    public LabelledAddress Add(TagKind kind, string text)
    {
        if (text.Length > 0)
        {
            _parts.Add(new LabelledPart(text, kind));
        }

        return this;
    }

    /// <summary>Replaces a part's text.</summary>
    public void Replace(int index, string text) => _parts[index] = _parts[index] with { Text = text };

    /// <summary>Puts a part before another.</summary>
    public void Insert(int index, LabelledPart part) => _parts.Insert(index, part);
}
