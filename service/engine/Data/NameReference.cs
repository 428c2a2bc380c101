namespace PlanetGraph.Engine.Data;

/// <summary>One unit a name stands for, packed as in <see cref="SectionId.References"/>.</summary>
internal readonly record struct NameReference(uint Packed)
{
    public NameReference(int unit, NameKind kind)
        : this((uint)unit | ((uint)kind << 24))
    {
    }

    public int Unit => (int)(Packed & 0xFFFFFF);

    public NameKind Kind => (NameKind)(Packed >> 24);
}
