using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PlanetGraph.Engine.Tagging;

/// <summary>
/// The tokens of one address: a run of digits, a run of Latin letters, or any other single character.
/// Reused from address to address; allocates nothing after construction.
/// </summary>
internal sealed class TokenSequence
{
    /// <summary>Longest text, in characters; what lies behind it is not tagged.</summary>
    public const int MaxLength = 1000;

    /// <summary>Paddings before the first token and after the last: as far as a vector of neighbours reaches.</summary>
    private const int Margin = 8;

    private const int CodesBefore = 1;
    private const int ClassesBefore = 2;

    // What is said of a suffix: how far it is (3 bits), whether a number follows it, and which it is.
    private const int Reach = 8;
    private const int Numbered = 8;
    private const int SuffixUnit = 16;

    private const string Suffixes = "省市区县旗州盟镇乡街道路巷弄线村庄社组队号幢栋楼座室层单元厦园场城苑厂司店院校站桥中心宅头岙埠浜里坊处委会";

    /// <summary>Values that <see cref="NextSuffix"/> may have.</summary>
    public static readonly int SuffixValues = (Suffixes.Length + 1) * SuffixUnit;

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
    private readonly byte[] _suffixes = new byte[MaxLength];
    private readonly ushort[] _nextSuffixes = new ushort[MaxLength];

    /// <summary>Number of tokens.</summary>
    public int Count { get; private set; }

    /// <summary>First character of each token, and the text's length after the last.</summary>
    public ReadOnlySpan<short> Starts => _starts.AsSpan(0, Count + 1);

    /// <summary>Codes from the token before a token on, then classes from two before: Chinese numerals and directions merged to one code each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<uint> Around(int token) => Vector512.Create(
        Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_codes), (nuint)(token + Margin - CodesBefore)),
        Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_classes), (nuint)(token + Margin - ClassesBefore)));

    /// <summary>
    /// The suffix at a token or behind it (one of those that end the names of places, roads, buildings: 路 村 号 厦 …), how far it is and whether a number follows it,
    /// in one number below <see cref="SuffixValues"/>; 0 where none is near.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int NextSuffix(int token) => _nextSuffixes[token];

    /// <summary>The code of a token, from one before the first to one behind the last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint CodeOf(int token) => _codes[token + Margin];

    /// <summary>The token that starts at a character, or -1 inside a token.</summary>
    public int TokenAt(int character) => _tokenAt[character];

    /// <summary>Cuts <paramref name="text"/> into tokens and looks ahead from all of them.</summary>
    public void Read(ReadOnlySpan<char> text)
    {
        Cut(text);
        LookAhead(0);
    }

    /// <summary>Cuts <paramref name="text"/> into tokens.</summary>
    public void Cut(ReadOnlySpan<char> text)
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
            _suffixes[count] = (byte)(CharacterClasses[code] >> 2);
            count++;
        }

        _starts[count] = (short)text.Length;
        _tokenAt[text.Length] = (short)count;
        _codes.AsSpan(count + Margin, Margin).Fill(AfterText);
        _classes.AsSpan(count + Margin, Margin).Fill(AfterText);
        Count = count;
    }

    /// <summary>Finds the next suffix of each token from <paramref name="start"/> on.</summary>
    public void LookAhead(int start)
    {
        int next = Count + Reach;
        int said = 0;
        for (int token = Count - 1; token >= start; token--)
        {
            if (_suffixes[token] != 0)
            {
                said = (_suffixes[token] * SuffixUnit) + (IsDigits(_codes[token + 1 + Margin]) ? Numbered : 0);
                next = token;
            }

            int gap = next - token;
            _nextSuffixes[token] = (ushort)(gap < Reach ? said + gap : 0);
        }
    }

    private static bool IsDigits(uint code) => code is >= DigitRun and < LatinRun;

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

        for (int i = 0; i < Suffixes.Length; i++)
        {
            classes[Suffixes[i]] |= (byte)((i + 1) << 2);
        }

        return classes;
    }
}
