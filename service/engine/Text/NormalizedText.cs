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
    private readonly int[] marks = new int[MaxLength];
    private bool replaced;
    private int length;

    public ReadOnlySpan<char> Span => characters.AsSpan(0, length);

    /// <summary>Index in the original text of a normalized character; of the end for the length itself.</summary>
    public int OriginOf(int index) => origins[index];

    /// <summary>Index in the original text behind a normalized character: behind all that was replaced, when it was put there.</summary>
    public int OriginEndOf(int index)
    {
        if (MarkOf(index) < 0)
        {
            return origins[index] + 1;
        }

        int next = index;
        while (next < length && origins[next] == origins[index])
        {
            next++;
        }

        return origins[next];
    }

    /// <summary>What <see cref="Replace"/> was told when it put the character there; -1 for a character of the address.</summary>
    public int MarkOf(int index) => replaced ? marks[index] : -1;

    public void Read(ReadOnlySpan<char> address)
    {
        ReadOnlySpan<ushort> fold = gazetteer.Fold.Span;
        length = 0;
        replaced = false;
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

            if (folded == '\0' || (char.IsSurrogate(folded) && !IsPaired(address, i)))
            {
                continue;
            }

            if (blank && length > 0 && char.IsAsciiLetterOrDigit(folded) && char.IsAsciiLetterOrDigit(characters[length - 1]))
            {
                Append(' ', i - 1);
            }

            blank = false;
            Append(folded, i);
        }

        origins[length] = i;
    }

    /// <summary>Cuts the text off at a length.</summary>
    public void Truncate(int newLength) => length = Math.Min(length, newLength);

    /// <summary>Puts other characters in place of a stretch; they come from where the stretch began, and bear a mark.</summary>
    public void Replace(int start, int count, ReadOnlySpan<char> with, int mark)
    {
        if (!replaced)
        {
            marks.AsSpan(0, length).Fill(-1);
            replaced = true;
        }

        int after = start + count;
        int written = Math.Min(with.Length, MaxLength - 1 - start);
        int kept = Math.Min(length - after, MaxLength - 1 - start - written);
        int origin = origins[start];
        Array.Copy(characters, after, characters, start + written, kept);
        Array.Copy(origins, after, origins, start + written, kept + 1);
        Array.Copy(marks, after, marks, start + written, kept);
        marks.AsSpan(start, written).Fill(mark);
        with[..written].CopyTo(characters.AsSpan(start));
        origins.AsSpan(start, written).Fill(origin);
        length = start + written + kept;
    }

    /// <summary>Half a character is none: answers are always valid text.</summary>
    private bool IsPaired(ReadOnlySpan<char> address, int index) =>
        char.IsHighSurrogate(address[index])
            ? index + 1 < address.Length && char.IsLowSurrogate(address[index + 1]) && length < MaxLength - 2
            : length > 0 && char.IsHighSurrogate(characters[length - 1]) && origins[length - 1] == index - 1;

    private void Append(char character, int origin)
    {
        characters[length] = character;
        origins[length++] = origin;
    }
}
