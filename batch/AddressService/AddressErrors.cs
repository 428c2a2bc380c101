using PlanetGraph.Batch.Tasks;

namespace PlanetGraph.Batch.AddressService;

/// <summary>Reasons of error rows that both the service and the engine in this process can give.</summary>
public static class AddressErrors
{
    /// <summary>Characters of the longest address.</summary>
    public const int LongestAddress = 1000;

    private const string Begin = "the address has ";
    private static readonly string End = $" characters; at most {LongestAddress} are taken";

    /// <summary>The service's own words for a longer one.</summary>
    public static string TooLong(int characters) => $"{Begin}{characters}{End}";

    /// <summary>What an error that the service answered with is counted as.</summary>
    public static ErrorReason ReasonOf(string sentence) =>
        sentence.StartsWith(Begin, StringComparison.Ordinal) && sentence.EndsWith(End, StringComparison.Ordinal) ? ErrorReason.AddressTooLong : ErrorReason.Answered;
}
