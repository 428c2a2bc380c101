namespace PlanetGraph.Engine.Tagging;

/// <summary>A weights file that cannot be used; the message says which, what is wrong with it and what to do.</summary>
public sealed class TaggerException : Exception
{
    /// <summary>Without a message.</summary>
    public TaggerException()
    {
    }

    /// <summary>With a sentence for the operator.</summary>
    public TaggerException(string message)
        : base(message)
    {
    }

    /// <summary>With a sentence for the operator and the cause.</summary>
    public TaggerException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
