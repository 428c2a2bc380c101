using PlanetGraph.Engine;
using PlanetGraph.Service.Configuration;

namespace PlanetGraph.Service.Startup;

/// <summary>Runs the program and turns what a person can mend into a sentence and exit code 2.</summary>
internal static class Start
{
    /// <summary>Wrong arguments, configuration or data (see DESIGN.md, exit codes).</summary>
    public const int BadConfiguration = 2;

    /// <summary>Loads the settings, runs the service until it is stopped, and gives the exit code.</summary>
    public static async Task<int> GuardAsync(string[] args, Func<Settings, Task> run)
    {
        if (args is ["--help" or "-h" or "help", ..])
        {
            await Console.Out.WriteAsync(Usage.Text());
            return 0;
        }

        try
        {
            await run(SettingsLoader.Load(args, SettingsLoader.ProcessEnvironment()));
            return 0;
        }
        catch (Exception e) when (e is SettingsException or GazetteerException or IOException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            TerminationMessage.Write(e.Message);
            return BadConfiguration;
        }
    }
}
