namespace PlanetGraph.Data.Training;

/// <summary>Numbers the features that occur often enough: an open-addressed table of 32-bit hashes.</summary>
internal sealed class FeatureIndex(int bits)
{
    private readonly uint[] _keys = new uint[1 << bits];
    private readonly int[] _values = new int[1 << bits];
    private readonly int _shift = 32 - bits;
    private int _used;

    /// <summary>Number of features after <see cref="Number"/>.</summary>
    public int Count { get; private set; }

    /// <summary>Counts one occurrence.</summary>
    public void Observe(uint feature)
    {
        int slot = Slot(feature);
        if (_keys[slot] != feature)
        {
            if (++_used > _keys.Length / 10 * 8)
            {
                throw new InvalidOperationException($"More than {_used} distinct features: the feature index is too small for so many addresses.");
            }

            _keys[slot] = feature;
        }

        _values[slot]++;
    }

    /// <summary>Numbers the features seen at least <paramref name="least"/> times, in the table's order.</summary>
    public void Number(int least)
    {
        for (int slot = 0; slot < _keys.Length; slot++)
        {
            _values[slot] = _keys[slot] != 0 && _values[slot] >= least ? ++Count : 0;
        }
    }

    /// <summary>The number of a feature, or -1.</summary>
    public int Find(uint feature)
    {
        int slot = Slot(feature);
        return _keys[slot] == feature ? _values[slot] - 1 : -1;
    }

    /// <summary>The hashes by number.</summary>
    public uint[] Features()
    {
        uint[] features = new uint[Count];
        for (int slot = 0; slot < _keys.Length; slot++)
        {
            if (_values[slot] > 0)
            {
                features[_values[slot] - 1] = _keys[slot];
            }
        }

        return features;
    }

    private int Slot(uint feature)
    {
        int slot = (int)(feature >> _shift);
        while (_keys[slot] != 0 && _keys[slot] != feature)
        {
            slot = (slot + 1) & (_keys.Length - 1);
        }

        return slot;
    }
}
