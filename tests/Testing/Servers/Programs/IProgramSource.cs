namespace PlanetGraph.Testing.Servers.Programs;

/// <summary>Where servers' programs come from.</summary>
internal interface IProgramSource
{
    /// <summary>The first of the names (or full paths) that is found, by full path; null when none is.</summary>
    string? Find(params ReadOnlySpan<string> names);

    /// <summary>A program that was found, for a person.</summary>
    string Describe(string program);

    /// <summary>What is started so that a program that was found runs with these arguments, in the started process itself.</summary>
    (string Program, IReadOnlyList<string> Arguments) Command(string program, IEnumerable<string> arguments);
}
