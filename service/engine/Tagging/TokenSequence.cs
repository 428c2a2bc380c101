namespace PlanetGraph.Engine.Tagging;

/// <summary>
/// The tokens of one address: a run of digits, a run of Latin letters, or any other single character.
/// Reused from address to address; allocates nothing after construction.
/// </summary>
internal sealed class TokenSequence
{
    /// <summary>Longest text, in characters; what lies behind it is not tagged.</summary>
    public const int MaxLength = 1000;

    /// <summary>Tokens before the first and after the last that features may look at.</summary>
    public const int Margin = 4;

    /// <summary>Codes of digit runs start here (private use area: never a character of an address).</summary>
    private const uint DigitRun = 0xE000;

    private const uint LatinRun = 0xE010;
    private const uint BeforeText = 0xE020;
    private const uint AfterText = 0xE021;
    private const uint ChineseNumeral = 0xE030;
    private const uint Direction = 0xE031;

    private static readonly byte[] CharacterClasses = BuildClasses();

    private readonly uint[] _codes = new uint[MaxLength + (2 * Margin)];
    private readonly uint[] _classes = new uint[MaxLength + (2 * Margin)];
    private readonly short[] _starts = new short[MaxLength + 1];
    private readonly short[] _tokenAt = new short[MaxLength + 1];
    private readonly short[] _nextSuffix = new short[MaxLength + 2];
    private readonly short[] _lastSuffix = new short[MaxLength + 2];

    /// <summary>Number of tokens.</summary>
    public int Count { get; private set; }

    /// <summary>First character of each token, and the text's length after the last.</summary>
    public ReadOnlySpan<short> Starts => _starts.AsSpan(0, Count + 1);

    /// <summary>Codes with <see cref="Margin"/> paddings on both sides: token i is at i + Margin.</summary>
    public ReadOnlySpan<uint> Codes => _codes.AsSpan(0, Count + (2 * Margin));

    /// <summary>As <see cref="Codes"/>, with Chinese numerals and directions merged to one code each.</summary>
    public ReadOnlySpan<uint> Classes => _classes.AsSpan(0, Count + (2 * Margin));

    /// <summary>The token that starts at a character, or -1 inside a token.</summary>
    public int TokenAt(int character) => _tokenAt[character];

    /// <summary>The first suffix token at or behind a token; <see cref="Count"/> when there is none.</summary>
    public int NextSuffix(int token) => _nextSuffix[token];

    /// <summary>The last suffix token before a token; -1 when there is none.</summary>
    public int SuffixBefore(int token) => _lastSuffix[token];

    /// <summary>Whether a token's code is a run of digits.</summary>
    public static bool IsDigits(uint code) => code is >= DigitRun and < LatinRun;

    /// <summary>Cuts <paramref name="text"/> into tokens.</summary>
    public void Read(ReadOnlySpan<char> text)
    {
        if (text.Length > MaxLength)
        {
            text = text[..MaxLength];
        }

        _codes.AsSpan(0, Margin).Fill(BeforeText);
        _classes.AsSpan(0, Margin).Fill(BeforeText);
        int count = 0;
        for (int at = 0; at < text.Length;)
        {
            int from = at;
            char first = text[at++];
            uint code = first;
            uint merged = first;
            if (char.IsAsciiDigit(first))
            {
                while (at < text.Length && char.IsAsciiDigit(text[at]))
                {
                    _tokenAt[at++] = -1;
                }

                code = merged = DigitRun + (uint)Math.Min(at - from, 6);
            }
            else if (char.IsAsciiLetter(first))
            {
                while (at < text.Length && char.IsAsciiLetter(text[at]))
                {
                    _tokenAt[at++] = -1;
                }

                int length = at - from;
                uint letter = (uint)(first | 0x20) - 'a';
                code = merged = length == 1 ? LatinRun + Math.Min(letter, 4) : LatinRun + 5 + (uint)Math.Min(length, 5);
            }
            else
            {
                int kind = CharacterClasses[first];
                merged = (kind & 1) != 0 ? ChineseNumeral : (kind & 2) != 0 ? Direction : first;
            }

            _tokenAt[from] = (short)count;
            _starts[count] = (short)from;
            _codes[count + Margin] = code;
            _classes[count + Margin] = merged;
            count++;
        }

        _starts[count] = (short)text.Length;
        _tokenAt[text.Length] = (short)count;
        _codes.AsSpan(count + Margin, Margin).Fill(AfterText);
        _classes.AsSpan(count + Margin, Margin).Fill(AfterText);
        Count = count;
        LinkSuffixes();
    }

    /// <summary>Links each token to the tokens around it that end the names of places, roads, buildings (路 村 号 厦 …).</summary>
    private void LinkSuffixes()
    {
        short last = -1;
        for (int token = 0; token < Count; token++)
        {
            _lastSuffix[token] = last;
            if ((CharacterClasses[_codes[token + Margin]] & 4) != 0)
            {
                last = (short)token;
            }
        }

        short next = (short)Count;
        _nextSuffix[Count] = _nextSuffix[Count + 1] = next;
        for (int token = Count - 1; token >= 0; token--)
        {
            if ((CharacterClasses[_codes[token + Margin]] & 4) != 0)
            {
                next = (short)token;
            }

            _nextSuffix[token] = next;
        }
    }

    private static byte[] BuildClasses()
    {
        byte[] classes = new byte[0x10000];
        foreach (char c in "零一二三四五六七八九十百")
        {
            classes[c] |= 1;
        }

        foreach (char c in "东南西北中")
        {
            classes[c] |= 2;
        }

        foreach (char c in "省市区县旗州盟镇乡街道路巷弄线村庄社组队号幢栋楼座室层单元厦园场城苑厂司店院校站桥中心宅头岙埠浜里坊处委会")
        {
            classes[c] |= 4;
        }

        return classes;
    }
}
