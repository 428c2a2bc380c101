using System.Collections;

namespace PlanetGraph.Service.Configuration;

/// <summary>Gathers the values from arguments, environment and application.properties.</summary>
public static class SettingsLoader
{
    /// <summary>Where the file is in the container, next to the data, as the original had it.</summary>
    public const string DefaultFile = "/home/config/application.properties";

    private const string FileVariable = "PLANET_GRAPH_CONFIG";

    /// <summary>Loads and checks the settings.</summary>
    /// <param name="args">--config FILE, and any key as --KEY=VALUE.</param>
    /// <param name="environment">Environment variables by name.</param>
    /// <exception cref="SettingsException">An argument or key is unknown, a value wrong, or the file cannot be read.</exception>
    public static Settings Load(IReadOnlyList<string> args, IReadOnlyDictionary<string, string> environment)
    {
        var (file, arguments) = Arguments(args);
        file ??= environment.GetValueOrDefault(FileVariable) is { Length: > 0 } named ? named : null;
        if (file is null && System.IO.File.Exists(DefaultFile))
        {
            file = DefaultFile;
        }

        var values = new Dictionary<string, SettingValue>(StringComparer.Ordinal);
        Lay(file is null ? [] : PropertiesFile.Read(file));
        Lay(Environment(environment));
        Lay(arguments);
        return new Settings(values, file);

        void Lay(IEnumerable<KeyValuePair<string, SettingValue>> layer)
        {
            foreach (var (key, value) in layer)
            {
                values[key] = value;
            }
        }
    }

    /// <summary>The environment of this process.</summary>
    public static IReadOnlyDictionary<string, string> ProcessEnvironment() =>
        System.Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? string.Empty, StringComparer.Ordinal);

    private static (string? File, Dictionary<string, SettingValue> Values) Arguments(IReadOnlyList<string> args)
    {
        string? file = null;
        var values = new Dictionary<string, SettingValue>(StringComparer.Ordinal);
        for (var i = 0; i < args.Count; i++)
        {
            if (args[i] == "--config")
            {
                file = ++i < args.Count ? args[i] : throw new SettingsException(["--config needs the path of an application.properties."]);
            }
            else if (args[i].StartsWith("--", StringComparison.Ordinal) && args[i].IndexOf('=', StringComparison.Ordinal) is > 2 and var at)
            {
                var key = args[i][2..at];
                if (key == "config")
                {
                    file = args[i][(at + 1)..];
                    continue;
                }

                values[key] = new SettingValue(args[i][(at + 1)..], $"argument --{key}");
            }
            else
            {
                throw new SettingsException([$"The argument {args[i]} is unknown; give --config FILE, or a key as --server.port=8080."]);
            }
        }

        return (file, values);
    }

    private static IEnumerable<KeyValuePair<string, SettingValue>> Environment(IReadOnlyDictionary<string, string> environment)
    {
        foreach (var setting in SettingCatalogue.All)
        {
            // Unknown names are not refused here: the environment belongs to everyone, and Kubernetes puts its service links there.
            var name = EnvironmentName.AllOf(setting.Key)
                .FirstOrDefault(name => environment.GetValueOrDefault(name) is { Length: > 0 });
            if (name is not null)
            {
                yield return new(setting.Key, new SettingValue(environment[name], $"environment variable {name}"));
            }
        }
    }
}
