using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace PlanetGraph.Service.Configuration;

/// <summary>
/// The service's configuration: arguments win over the environment, the environment over application.properties, that over the defaults.
/// Everything is checked when it is loaded: an instance has no unknown key and no wrong value.
/// </summary>
public sealed class Settings
{
    private readonly IReadOnlyDictionary<string, SettingValue> values;
    private readonly Dictionary<Type, object> options = [];

    /// <summary>Checks the values and binds them to the options classes of <see cref="SettingCatalogue"/>.</summary>
    /// <param name="values">The values by key; of several sources the winning one.</param>
    /// <param name="file">The application.properties that was read, if any.</param>
    /// <exception cref="SettingsException">A key is unknown or a value wrong.</exception>
    public Settings(IReadOnlyDictionary<string, SettingValue> values, string? file = null)
    {
        this.values = values;
        File = file;
        List<string> faults = [.. UnknownKeys()];
        foreach (var type in SettingCatalogue.OptionTypes)
        {
            options[type] = Bind(type, faults);
        }

        if (faults.Count > 0)
        {
            throw new SettingsException(faults);
        }
    }

    /// <summary>The application.properties that was read; null when there is none.</summary>
    public string? File { get; }

    /// <summary>The keys that are set and mean nothing here.</summary>
    public IEnumerable<KeyValuePair<string, SettingValue>> WithoutEffect => values.Where(pair => SettingCatalogue.WithoutEffect.Contains(pair.Key));

    /// <summary>Settings made by a program, e.g. one that hosts the service in its own process.</summary>
    /// <exception cref="SettingsException">A key is unknown or a value wrong.</exception>
    public static Settings Of(params IEnumerable<(string Key, string Value)> pairs) =>
        new(pairs.ToDictionary(pair => pair.Key, pair => new SettingValue(pair.Value, "the hosting program"), StringComparer.Ordinal));

    /// <summary>The options of a class listed in <see cref="SettingCatalogue.OptionTypes"/>.</summary>
    public T Get<T>()
        where T : class => (T)options[typeof(T)];

    /// <summary>A path option as an absolute path: relative ones start from the folder of the file that has them.</summary>
    public string PathOf(string key, string path) => Path.GetFullPath(path, values.GetValueOrDefault(key)?.Folder ?? Directory.GetCurrentDirectory());

    private IEnumerable<string> UnknownKeys()
    {
        var known = SettingCatalogue.All.Select(setting => setting.Key).Concat(SettingCatalogue.WithoutEffect).ToHashSet(StringComparer.Ordinal);
        return from pair in values
               where !known.Contains(pair.Key)
               let nearest = known.MinBy(key => Distance(key, pair.Key))!
               select $"{pair.Value.Origin}: the key {pair.Key} is unknown"
                   + (Distance(nearest, pair.Key) <= 4 ? $"; did you mean {nearest}?" : "; docs/service.md lists the keys.");
    }

    private object Bind(Type type, List<string> faults)
    {
        var bound = Activator.CreateInstance(type)!;
        foreach (var (property, setting) in SettingCatalogue.PropertiesOf(type))
        {
            // An empty value is how charts and shells write "not set".
            if (!values.TryGetValue(setting.Key, out var given) || given.Text.Length == 0)
            {
                continue;
            }

            var shown = setting.Secret ? "the value" : $"\"{given.Text}\"";
            if (!SettingText.TryConvert(given.Text, property.PropertyType, out var value, out var expected))
            {
                faults.Add($"{given.Origin}: {setting.Key}: {shown} is not {expected}.");
            }
            else if (property.GetCustomAttributes<ValidationAttribute>().FirstOrDefault(rule => !rule.IsValid(value)) is { } broken)
            {
                faults.Add($"{given.Origin}: {setting.Key}: {shown} is out of range; {broken.ErrorMessage}.");
            }
            else
            {
                property.SetValue(bound, value);
            }
        }

        return bound;
    }

    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var substituted = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
