namespace PlanetGraph.Service.Dictionary;

/// <summary>A dictionary that could not be read at all; the message says which, why, and what to do.</summary>
public sealed class DictionaryException : IOException
{
    public DictionaryException()
    {
    }

    public DictionaryException(string message) : base(message)
    {
    }

    public DictionaryException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
