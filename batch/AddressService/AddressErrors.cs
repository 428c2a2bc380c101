namespace PlanetGraph.Batch.AddressService;

/// <summary>Reasons of error rows that both the service and the engine in this process can give.</summary>
public static class AddressErrors
{
    /// <summary>Characters of the longest address.</summary>
    public const int LongestAddress = 1000;

    /// <summary>The service's own words for a longer one.</summary>
    public static string TooLong(int characters) => $"the address has {characters} characters; at most {LongestAddress} are taken";
}
