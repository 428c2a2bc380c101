using System.Reflection;
using PlanetGraph.Service.Dictionary;

namespace PlanetGraph.Service.Configuration;

/// <summary>Every key the service knows. docs/service.md lists the same; a test holds them together.</summary>
public static class SettingCatalogue
{
    /// <summary>The options classes whose properties carry a <see cref="SettingAttribute"/>.</summary>
    public static IReadOnlyList<Type> OptionTypes { get; } =
        [typeof(ServerOptions), typeof(DataOptions), typeof(RequestOptions), typeof(DatasourceOptions), typeof(DictionaryOptions), typeof(LogOptions)];

    /// <summary>Keys that a file written for the closed original may have and that mean nothing here; they are accepted and logged.</summary>
    public static IReadOnlyList<string> WithoutEffect { get; } =
        ["spring.application.name", "spring.profiles.active", "spring.datasource.driver-class-name", "spring.datasource.type", "server.servlet.context-path"];

    /// <summary>All keys with their descriptions, in the order of the documentation.</summary>
    public static IReadOnlyList<SettingAttribute> All { get; } = [.. OptionTypes.SelectMany(PropertiesOf).Select(pair => pair.Setting)];

    /// <summary>The properties of an options class with their keys.</summary>
    public static IEnumerable<(PropertyInfo Property, SettingAttribute Setting)> PropertiesOf(Type type) =>
        from property in type.GetProperties()
        let setting = property.GetCustomAttribute<SettingAttribute>()
        where setting is not null
        select (property, setting);

    /// <summary>The default of a key in words, as docs/service.md has it.</summary>
    public static string DefaultOf(string key)
    {
        var (type, property, setting) = OptionTypes
            .SelectMany(type => PropertiesOf(type).Select(pair => (type, pair.Property, pair.Setting)))
            .First(found => found.Setting.Key == key);
        return setting.Default ?? $"`{Written(property.GetValue(Activator.CreateInstance(type)))}`";
    }

    private static string Written(object? value) => value switch
    {
        TimeSpan duration => FormattableString.Invariant($"{duration.TotalSeconds}s"),
        Enum name => name.ToString().ToLowerInvariant(),
        bool flag => flag ? "true" : "false",
        _ => FormattableString.Invariant($"{value}"),
    };
}
