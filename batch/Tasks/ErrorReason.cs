using System.Text.Json.Serialization;

namespace PlanetGraph.Batch.Tasks;

/// <summary>Why a row has an error, as errors are counted: a few kinds, whatever their sentences say. Ledger and manifest have them by name.</summary>
[JsonConverter(typeof(ErrorReasonJson))]
public enum ErrorReason
{
    /// <summary>A program of another version wrote the row and did not tell.</summary>
    Unknown,

    /// <summary>A NUL byte.</summary>
    NulByte,

    /// <summary>Bytes that are no characters in the file's encoding.</summary>
    BrokenCharacters,

    /// <summary>Longer than a row may be.</summary>
    RowTooLong,

    /// <summary>A quote that is not closed.</summary>
    UnclosedQuote,

    /// <summary>A line of jsonl that is no object.</summary>
    NotJson,

    /// <summary>No address: the member or the column is missing, or is not a text.</summary>
    NoAddress,

    /// <summary>More columns than the header has.</summary>
    TooManyColumns,

    /// <summary>More characters than an address may have.</summary>
    AddressTooLong,

    /// <summary>The service will not have the address.</summary>
    Refused,

    /// <summary>The service breaks over the address.</summary>
    Breaks,

    /// <summary>The service answered with an error of its own words.</summary>
    Answered,
}
