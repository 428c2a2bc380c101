namespace PlanetGraph.Generator.Spec;

/// <summary>Type of a chart value, as named in the specification.</summary>
#pragma warning disable CA1720 // The names are the specification's words for types.
public enum ValueKind
{
    String,
    Integer,
    Boolean,
    Quantity,

    /// <summary>A port number, or empty: the cluster chooses.</summary>
    Port,
    Enum,
    Strings,

    /// <summary>A list of anything.</summary>
    List,

    /// <summary>String to string.</summary>
    Map,

    /// <summary>A Kubernetes structure, passed on as it is.</summary>
    Object,
    Objects,

    /// <summary>Integer fields with the names given, and no others.</summary>
    Record,

    /// <summary>Requests and limits.</summary>
    Resources,
}
#pragma warning restore CA1720
