using PlanetGraph.Engine.Data;

namespace PlanetGraph.Engine.Text;

/// <summary>
/// The address as all rules see it: half width, simplified, one kind of blank, brackets and dash; where blanks only part Chinese characters they are gone.
/// Every character remembers where it came from.
/// </summary>
internal sealed class NormalizedText(Gazetteer gazetteer)
{
    /// <summary>Characters that are read; what lies behind them is not looked at.</summary>
    public const int MaxLength = 1000;

    private readonly char[] characters = new char[MaxLength];
    private readonly int[] origins = new int[MaxLength + 1];
    private int length;

    public ReadOnlySpan<char> Span => characters.AsSpan(0, length);

    /// <summary>Index in the original text of a normalized character; of the end for the length itself.</summary>
    public int OriginOf(int index) => origins[index];

    public void Read(ReadOnlySpan<char> address)
    {
        ReadOnlySpan<ushort> fold = gazetteer.Fold.Span;
        length = 0;
        bool blank = false;
        int i = 0;
        for (; i < address.Length && length < MaxLength - 1; i++)
        {
            char folded = (char)fold[address[i]];
            if (folded == ' ')
            {
                blank = true;
                continue;
            }

            if (folded == '\0')
            {
                continue;
            }

            if (blank && length > 0 && char.IsAsciiLetterOrDigit(folded) && char.IsAsciiLetterOrDigit(characters[length - 1]))
            {
                Append(' ', i);
            }

            blank = false;
            Append(folded, i);
        }

        origins[length] = i;
    }

    /// <summary>Cuts the text off at a length.</summary>
    public void Truncate(int newLength) => length = Math.Min(length, newLength);

    /// <summary>Puts other characters in place of a stretch; they come from where the stretch began.</summary>
    public void Replace(int start, int count, ReadOnlySpan<char> with)
    {
        int after = start + count;
        int written = Math.Min(with.Length, MaxLength - 1 - start);
        int kept = Math.Min(length - after, MaxLength - 1 - start - written);
        int origin = origins[start];
        Array.Copy(characters, after, characters, start + written, kept);
        Array.Copy(origins, after, origins, start + written, kept + 1);
        with[..written].CopyTo(characters.AsSpan(start));
        origins.AsSpan(start, written).Fill(origin);
        length = start + written + kept;
    }

    private void Append(char character, int origin)
    {
        characters[length] = character;
        origins[length++] = origin;
    }
}
