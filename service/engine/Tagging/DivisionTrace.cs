namespace PlanetGraph.Engine.Tagging;

/// <summary>
/// What the gazetteer says about each token: for each of the five levels the best match that covers it, as one small code.
/// </summary>
internal sealed class DivisionTrace
{
    /// <summary>Levels of divisions.</summary>
    public const int Levels = 5;

    private const int Size = (TokenSequence.MaxLength + 2) * Levels;

    private readonly byte[] _best = new byte[Size];
    private readonly byte[] _codes = new byte[Size];
    private readonly ulong[] _all = new ulong[TokenSequence.MaxLength + 2];
    private readonly ulong[] _brief = new ulong[TokenSequence.MaxLength + 2];

    /// <summary>Odd multipliers: the codes of five levels become one sum without collisions that matter.</summary>
    private static readonly ulong[] LevelMix =
        [0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93, 0xA0761D6478BD642F];

    /// <summary>The code of a level at a token: 0 none, else position in the match, full, consistent, length.</summary>
    public int Code(int token, int level) => _codes[((token + 1) * Levels) + level];

    /// <summary>Position, fullness and consistency of all levels in one word; -1 and the count of tokens are empty.</summary>
    public ulong All(int token) => _all[token + 1];

    /// <summary>As <see cref="All"/> without the position.</summary>
    public ulong Brief(int token) => _brief[token + 1];

    /// <summary>Lays the matches over the tokens; a match that cuts a token is left out.</summary>
    public void Read(TokenSequence tokens, ReadOnlySpan<DivisionMatch> matches)
    {
        int count = tokens.Count;
        Array.Clear(_best, 0, (count + 2) * Levels);
        Array.Clear(_codes, 0, (count + 2) * Levels);
        foreach (ref readonly DivisionMatch match in matches)
        {
            int end = match.Start + match.Length;
            if (end > TokenSequence.MaxLength)
            {
                continue;
            }

            int first = tokens.TokenAt(match.Start);
            int after = tokens.TokenAt(end);
            if (first < 0 || after < 0)
            {
                continue;
            }

            int length = Math.Min(after - first, 12);
            byte rank = (byte)((match.Full ? 100 : 0) + (length * 4) + (match.Full ? 2 : 0) + (match.Consistent ? 3 : 0));
            int shape = 1 + (match.Full ? 4 : 0) + (match.Consistent ? 8 : 0) + (16 * Math.Min(length, 5));
            for (int token = first; token < after; token++)
            {
                int cell = ((token + 1) * Levels) + match.Level;
                if (rank <= _best[cell])
                {
                    continue;
                }

                _best[cell] = rank;
                int position = after - first == 1 ? 0 : token == first ? 1 : token == after - 1 ? 2 : 3;
                _codes[cell] = (byte)(shape + position);
            }
        }

        for (int row = 0; row < count + 2; row++)
        {
            ulong all = 0;
            ulong brief = 0;
            for (int level = 0; level < Levels; level++)
            {
                int code = _codes[(row * Levels) + level];
                if (code == 0)
                {
                    continue;
                }

                all += LevelMix[level] * (ulong)(((code - 1) & 15) + 1);
                brief += LevelMix[level] * (ulong)((((code - 1) & 15) >> 2) + 1);
            }

            _all[row] = all;
            _brief[row] = brief;
        }

        ulong outside = LevelMix[0] * 29;
        _all[0] = _all[count + 1] = outside;
        _brief[0] = _brief[count + 1] = outside;
    }
}
