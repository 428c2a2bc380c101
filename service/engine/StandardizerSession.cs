using System.Buffers;

namespace PlanetGraph.Engine;

/// <summary>The work of one thread: owns its scratch memory and allocates nothing per address. Not thread-safe.</summary>
public sealed class StandardizerSession
{
    private readonly Standardizer owner;

    internal StandardizerSession(Standardizer owner) => this.owner = owner;

    /// <summary>Writes exactly one response object as UTF-8 JSON: fields in the documented order, Chinese unescaped.</summary>
    /// <param name="address">The address as the user wrote it.</param>
    /// <param name="output">Where the object goes.</param>
    public void WriteJson(ReadOnlySpan<char> address, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        ObjectDisposedException.ThrowIf(owner.IsDisposed, owner);
        output.Write("{\"segments\":[],\"province\":null,\"city\":null,\"region\":null,\"town\":null,\"village\":null,\"houseNumber\":-1,\"company\":null,\"road\":null,\"residential\":null,\"office\":null,\"mall\":null,\"businessCircle\":null,\"level\":null}"u8);
    }

    /// <summary>The same answer as a record; allocates it.</summary>
    public AddressParts Standardize(ReadOnlySpan<char> address) 
    {
        ObjectDisposedException.ThrowIf(owner.IsDisposed, owner);
        return new([], null, null, null, null, null, -1, null, null, null, null, null, null, null);
    }
}
