using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace PlanetGraph.Service.Configuration;

/// <summary>Turns the text of a value into the type of its option.</summary>
internal static partial class SettingText
{
    /// <summary>Converts a text; false with what was expected, in words, when it does not fit.</summary>
    public static bool TryConvert(string text, Type type, out object? value, out string expected)
    {
        expected = string.Empty;
        value = null;
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
        {
            value = text;
            return true;
        }

        if (type == typeof(int))
        {
            expected = "a whole number";
            var isNumber = int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
            value = number;
            return isNumber;
        }

        if (type == typeof(bool))
        {
            expected = "true or false";
            var isBoolean = bool.TryParse(text, out var flag);
            value = flag;
            return isBoolean;
        }

        if (type == typeof(IPAddress))
        {
            expected = "an IP address, such as 127.0.0.1";
            var isAddress = IPAddress.TryParse(text, out var address);
            value = address;
            return isAddress;
        }

        if (type == typeof(TimeSpan))
        {
            expected = "a duration like 500ms, 5s, 2m or 1h";
            return TryDuration(text, out value);
        }

        expected = "one of " + string.Join(", ", Enum.GetNames(type).Select(name => name.ToLowerInvariant()));
        return Enum.TryParse(type, text, ignoreCase: true, out value) && Enum.IsDefined(type, value) && !char.IsAsciiDigit(text[0]);
    }

    private static bool TryDuration(string text, out object? value)
    {
        var match = Duration().Match(text);
        if (!match.Success || !int.TryParse(match.Groups["count"].Value, CultureInfo.InvariantCulture, out var count))
        {
            value = null;
            return false;
        }

        value = match.Groups["unit"].Value switch
        {
            "ms" => TimeSpan.FromMilliseconds(count),
            "m" => TimeSpan.FromMinutes(count),
            "h" => TimeSpan.FromHours(count),
            _ => TimeSpan.FromSeconds(count),
        };
        return true;
    }

    // 500ms, 5s, 2m, 1h; a bare number is seconds.
    [GeneratedRegex("^(?<count>[0-9]{1,9})(?<unit>ms|s|m|h)?$")]
    private static partial Regex Duration();
}
