using System.Globalization;
using System.Text;
using PlanetGraph.Service.Configuration;

namespace PlanetGraph.Service.Startup;

/// <summary>The text of --help.</summary>
internal static class Usage
{
    /// <summary>Arguments, every key with its default, and the exit codes.</summary>
    public static string Text()
    {
        var text = new StringBuilder("""
            PlanetGraph.Service [--config FILE] [--KEY=VALUE ...]

            Arguments win over environment variables (server.port is SERVER_PORT), those over the file, the file over the defaults.
            FILE is application.properties; default: $PLANET_GRAPH_CONFIG, else /home/config/application.properties when it is there.


            """);
        foreach (var setting in SettingCatalogue.All)
        {
            var fallback = SettingCatalogue.DefaultOf(setting.Key).Replace("`", string.Empty, StringComparison.Ordinal);
            text.AppendLine(CultureInfo.InvariantCulture, $"  {setting.Key}  (default: {fallback})");
            text.AppendLine(CultureInfo.InvariantCulture, $"      {setting.Description}");
        }

        return text.AppendLine().AppendLine("Exit codes: 0 stopped as asked, 2 wrong arguments, configuration or data.").ToString();
    }
}
