namespace PlanetGraph.Engine.Fields;

/// <summary>Reads the first number of a stretch: digits (甲38号, 88号院, 2299弄) or Chinese numerals (十八号, 一百二十号, 一二〇号).</summary>
internal static class HouseNumberReader
{
    private const string Digits = "零一二三四五六七八九";
    private const int MaxDigits = 9;

    /// <summary>One character for two or three tens: 廿八 is 28.</summary>
    private const string Tens = "廿卅";

    /// <summary>The number, or -1 when there is none that fits.</summary>
    public static int Read(ReadOnlySpan<char> text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsAsciiDigit(text[i]))
            {
                return Arabic(text[i..]);
            }

            if (IsNumeral(text[i]))
            {
                return Chinese(text[i..]);
            }
        }

        return -1;
    }

    public static bool IsNumeral(char c) => c is '十' or '百' or '千' or '两' || Digits.Contains(c) || Tens.Contains(c);

    private static int Arabic(ReadOnlySpan<char> text)
    {
        int value = 0;
        int length = 0;
        while (length < text.Length && char.IsAsciiDigit(text[length]))
        {
            if (length == MaxDigits)
            {
                return -1;
            }

            value = (value * 10) + (text[length++] - '0');
        }

        return value;
    }

    private static int Chinese(ReadOnlySpan<char> text)
    {
        int length = 0;
        bool units = false;
        while (length < text.Length && length < MaxDigits && IsNumeral(text[length]))
        {
            units |= text[length] is '十' or '百' or '千' || Tens.Contains(text[length]);
            length++;
        }

        int total = 0;
        int digit = 0;
        foreach (char c in text[..length])
        {
            int scale = c switch { '十' => 10, '百' => 100, '千' => 1000, _ => 1 };
            if (scale > 1)
            {
                total += Math.Max(digit, 1) * scale;
                digit = 0;
            }
            else if (Tens.IndexOf(c, StringComparison.Ordinal) is >= 0 and var tens)
            {
                total += (tens + 2) * 10;
            }
            else
            {
                int value = c == '两' ? 2 : Digits.IndexOf(c, StringComparison.Ordinal);
                digit = units ? value : (digit * 10) + value;
            }
        }

        return total + digit;
    }
}
