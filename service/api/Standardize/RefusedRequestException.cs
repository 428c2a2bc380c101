namespace PlanetGraph.Service.Standardize;

/// <summary>A request that is answered with a problem; the message is the problem's detail.</summary>
internal sealed class RefusedRequestException(int status, string detail, int? index = null) : Exception(detail)
{
    /// <summary>HTTP status of the answer.</summary>
    public int Status { get; } = status;

    /// <summary>Index in addrs of the entry at fault, from 0.</summary>
    public int? Index { get; } = index;
}
