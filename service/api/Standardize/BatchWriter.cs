using System.Buffers;
using System.Text;
using PlanetGraph.Engine;
using PlanetGraph.Service.Configuration;
using PlanetGraph.Service.Gazetteer;

namespace PlanetGraph.Service.Standardize;

/// <summary>Standardizes a batch and writes {"addrs":[…]}, one entry for each address, in order.</summary>
internal sealed class BatchWriter(StandardizerHolder holder, RequestOptions options, ILogger<BatchWriter> logger)
{
    // The empty address's own answer, left open for the error.
    private static ReadOnlySpan<byte> OpenEmptyEntry =>
        """{"segments":[],"province":null,"city":null,"region":null,"town":null,"village":null,"houseNumber":-1,"company":null,"road":null,"residential":null,"office":null,"mall":null,"businessCircle":null,"level":null"""u8;

    /// <summary>Writes the whole answer.</summary>
    public void Write(AddressBatch batch, ResponseBuffer output)
    {
        using var lease = holder.Rent();
        output.Write("{\"addrs\":["u8);
        for (var i = 0; i < batch.Count; i++)
        {
            if (i > 0)
            {
                output.Write(","u8);
            }

            WriteEntry(lease.Session, batch[i], i, output);
        }

        output.Write("]}"u8);
    }

    private void WriteEntry(StandardizerSession session, ReadOnlySpan<char> address, int index, ResponseBuffer output)
    {
        if (address.Length > options.MaxAddressLength)
        {
            WriteError(output, $"the address has {address.Length} characters; at most {options.MaxAddressLength} are taken");
            return;
        }

        var start = output.Length;
        try
        {
            session.WriteJson(address, output);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // One address that the engine cannot take must not cost the caller the other answers of the request.
            output.TakeBackTo(start);
            Log.EntryFailed(logger, index, e);
            WriteError(output, "the address could not be standardized; the log of the service has the reason");
        }
    }

    // The sentences are ours and hold nothing that JSON would escape.
    private static void WriteError(ResponseBuffer output, string sentence)
    {
        output.Write(OpenEmptyEntry);
        output.Write(",\"error\":\""u8);
        Encoding.UTF8.GetBytes(sentence, output);
        output.Write("\"}"u8);
    }
}
