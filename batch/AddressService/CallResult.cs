namespace PlanetGraph.Batch.AddressService;

/// <summary>How a call to the service ended.</summary>
/// <param name="Kind">What to make of it.</param>
/// <param name="Cause">What happened, for the log and for an error row.</param>
/// <param name="RetryAfter">When the service wants to be asked again.</param>
internal readonly record struct CallResult(CallKind Kind, string Cause = "", TimeSpan? RetryAfter = null);

internal enum CallKind
{
    Answered,

    /// <summary>The service is busy or away: nothing is wrong with the addresses.</summary>
    Away,

    /// <summary>Something broke: the service, or one of the addresses breaks it.</summary>
    Broken,

    /// <summary>The service will not have these addresses, however often it is asked.</summary>
    Refused,
}
