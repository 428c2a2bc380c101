using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PlanetGraph.Batch.Tasks;

/// <summary>The name of a run: of its Job, its queues, its ledger rows. At most 40 of <c>a-z 0-9 -</c>, as Kubernetes names want it.</summary>
public readonly partial record struct RunId
{
    private RunId(string value) => Value = value;

    public string Value { get; }

    /// <summary>Takes a name the user gave.</summary>
    /// <exception cref="FormatException">The name cannot be part of a Kubernetes name; the message says why.</exception>
    public static RunId Parse(string text) => Name().IsMatch(text)
        ? new RunId(text)
        : throw new FormatException($"'{text}' is no run id: use 1 to 40 lower-case letters, digits and '-', beginning and ending with a letter or digit");

    /// <summary>The same input and the same settings give the same id, so the same command twice is one run.</summary>
    public static RunId Of(RunSettings settings)
    {
        var digest = SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(settings, TaskJson.Default.RunSettings));
        return new RunId(Convert.ToHexStringLower(digest.AsSpan(0, 6)));
    }

    public override string ToString() => Value;

    [GeneratedRegex("^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
