namespace PlanetGraph.Engine.Data;

/// <summary>The units a name stands for: an only one, or a list of the data file.</summary>
internal ref struct NameReferences
{
    private readonly ReadOnlySpan<uint> list;
    private readonly NameReference only;
    private readonly int count;
    private int at;

    public NameReferences(NameReference only)
    {
        this.only = only;
        count = 1;
        at = -1;
    }

    public NameReferences(ReadOnlySpan<uint> list)
    {
        this.list = list;
        count = list.Length;
        at = -1;
    }

    public readonly NameReference Current => list.IsEmpty ? only : new NameReference(list[at]);

    public readonly NameReferences GetEnumerator() => this;

    public bool MoveNext() => ++at < count;

    public readonly NameReference[] ToArray()
    {
        NameReference[] all = new NameReference[count];
        int i = 0;
        foreach (NameReference reference in this)
        {
            all[i++] = reference;
        }

        return all;
    }
}
