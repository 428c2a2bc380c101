using System.Buffers;
using System.Text.Json;
using PlanetGraph.Service.Configuration;

namespace PlanetGraph.Service.Standardize;

/// <summary>Reads {"addrs":["…", …]} from the bytes of a request; other members are left unread.</summary>
internal sealed class AddressBatchReader(RequestOptions options)
{
    private const string Example = "{\"addrs\":[\"北京\"]}";

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>The addresses of a body; the caller disposes them.</summary>
    /// <exception cref="RefusedRequestException">The body is not what the service takes; says what and where.</exception>
    public AddressBatch Read(in ReadOnlySequence<byte> body)
    {
        var json = new SequenceReader<byte>(body).IsNext(ByteOrderMark) ? body.Slice(ByteOrderMark.Length) : body;
        var batch = new AddressBatch((int)json.Length);
        try
        {
            var reader = new Utf8JsonReader(json);
            ReadBody(ref reader, batch);
            return batch;
        }
        catch (JsonException e)
        {
            batch.Dispose();
            throw json.IsEmpty
                ? Bad($"The body is empty; send {Example}.")
                : Bad($"The body is not JSON: line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}. Send {Example}.");
        }
        catch (RefusedRequestException)
        {
            batch.Dispose();
            throw;
        }
    }

    private void ReadBody(ref Utf8JsonReader reader, AddressBatch batch)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw Bad($"The body is not a JSON object; send {Example}.");
        }

        var found = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isAddresses = reader.ValueTextEquals("addrs"u8);
            reader.Read();
            if (!isAddresses)
            {
                reader.Skip();
                continue;
            }

            if (found)
            {
                throw Bad("The body has addrs twice; send one list.");
            }

            found = true;
            ReadAddresses(ref reader, batch);
        }

        // Nothing but blanks may follow the object; the reader throws on anything else.
        reader.Read();
        if (!found)
        {
            throw Bad($"The body has no addrs; send {Example}.");
        }
    }

    private void ReadAddresses(ref Utf8JsonReader reader, AddressBatch batch)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw Bad($"addrs is {NameOf(reader.TokenType)}, not a list of strings; send {Example}.");
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var index = batch.Count;
            if (reader.TokenType != JsonTokenType.String)
            {
                throw Bad($"addrs[{index}] is {NameOf(reader.TokenType)}; every entry has to be a string.", index);
            }

            if (index == options.MaxAddresses)
            {
                throw new RefusedRequestException(StatusCodes.Status413PayloadTooLarge,
                    $"addrs has more than {options.MaxAddresses} entries; send them in several requests.");
            }

            try
            {
                batch.Commit(reader.CopyString(batch.Free));
            }
            catch (InvalidOperationException)
            {
                throw Bad($"addrs[{index}] is not valid text: broken UTF-8, or half of a surrogate pair.", index);
            }
        }
    }

    private static string NameOf(JsonTokenType token) => token switch
    {
        JsonTokenType.Null => "null",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.True or JsonTokenType.False => "a boolean",
        JsonTokenType.StartArray => "a list",
        _ => "an object",
    };

    private static RefusedRequestException Bad(string detail, int? index = null) => new(StatusCodes.Status400BadRequest, detail, index);
}
