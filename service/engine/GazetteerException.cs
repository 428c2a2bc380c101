namespace PlanetGraph.Engine;

/// <summary>The data file cannot be used. The message is one sentence that says which file, what is wrong and what to do.</summary>
public sealed class GazetteerException : Exception
{
    public GazetteerException(string message)
        : base(message)
    {
    }

    public GazetteerException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
