namespace PlanetGraph.Engine.Output;

/// <summary>What was found in one address; reused from address to address.</summary>
internal sealed class Parts
{
    public const int FieldCount = (int)AddressField.Company + 1;

    private readonly FieldValue[] values = new FieldValue[FieldCount];

    public ref FieldValue this[AddressField field] => ref values[(int)field];

    /// <summary>-1 when there is none.</summary>
    public int HouseNumber { get; set; }

    /// <summary>Where the house number stands: the number with its suffix.</summary>
    public FieldValue NumberText { get; set; }

    /// <summary>Name of the finest level; null when nothing was found. A house number lies between the road and the named places.</summary>
    public string? Level
    {
        get
        {
            for (int i = FieldCount - 1; i >= 0; i--)
            {
                if (i == (int)AddressField.Road && HouseNumber >= 0)
                {
                    return AddressLevels.Number;
                }

                if (!values[i].IsEmpty)
                {
                    return AddressLevels.Of((AddressField)i);
                }
            }

            return null;
        }
    }

    public void Clear()
    {
        values.AsSpan().Fill(FieldValue.None);
        HouseNumber = -1;
        NumberText = FieldValue.None;
    }
}
