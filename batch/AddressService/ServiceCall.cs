using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using PlanetGraph.Batch.Formats;

namespace PlanetGraph.Batch.AddressService;

/// <summary>One call: its request, its response and where in it the answers are. Its buffers are used again.</summary>
internal sealed class ServiceCall
{
    private const string Path = "planet-graph/v2/address/standardize";
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private static readonly SearchValues<byte> LineEnds = SearchValues.Create("\r\n"u8);

    private readonly ArrayBufferWriter<byte> request = new(64 << 10);
    private readonly List<Range> answers = new(256);
    private byte[] response = new byte[128 << 10];
    private int length;

    /// <summary>Asks for <paramref name="count"/> addresses from <paramref name="first"/> on.</summary>
    public async Task<CallResult> SendAsync(HttpClient client, Utf8Rows addresses, int first, int count, CancellationToken cancel)
    {
        WriteRequest(addresses, first, count);
        try
        {
            using var message = new HttpRequestMessage(HttpMethod.Post, Path) { Content = new ReadOnlyMemoryContent(request.WrittenMemory) };
            message.Content.Headers.ContentType = Json;
            using var reply = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancel);
            await ReadAsync(reply, cancel);
            return reply.StatusCode == HttpStatusCode.OK ? Split(count) : Classify(reply);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            return failure is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError }
                ? new CallResult(CallKind.Away, failure.Message)
                : new CallResult(CallKind.Broken, $"the connection broke: {failure.Message}");
        }
    }

    /// <summary>Hands the answers over.</summary>
    public void CopyTo(AnswerBatch batch)
    {
        foreach (var range in answers)
        {
            var answer = response.AsSpan(range);
            if (answer.IndexOf("\"error\""u8) >= 0 && ErrorOf(answer) is { } error)
            {
                batch.AddError(AddressErrors.ReasonOf(error), error);
                continue;
            }

            if (answer.IndexOfAny(LineEnds) >= 0)
                Compact(answer, batch.Writer);
            else
                batch.Writer.Write(answer);
            batch.EndAnswer();
        }
    }

    private void WriteRequest(Utf8Rows addresses, int first, int count)
    {
        request.ResetWrittenCount();
        request.Write("{\"addrs\":["u8);
        for (var row = first; row < first + count; row++)
        {
            if (row > first)
                request.Write(","u8);
            request.WriteJson(addresses[row]);
        }

        request.Write("]}"u8);
    }

    private async Task ReadAsync(HttpResponseMessage reply, CancellationToken cancel)
    {
        length = 0;
        await using var body = await reply.Content.ReadAsStreamAsync(cancel);
        while (true)
        {
            if (length == response.Length)
                Array.Resize(ref response, response.Length * 2);
            var read = await body.ReadAsync(response.AsMemory(length), cancel);
            if (read == 0)
                return;
            length += read;
        }
    }

    private CallResult Split(int count)
    {
        answers.Clear();
        try
        {
            var reader = new Utf8JsonReader(response.AsSpan(0, length));
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return new CallResult(CallKind.Broken, "the service's reply is no JSON object");
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isAnswers = reader.ValueTextEquals("addrs"u8);
                reader.Read();
                if (!isAnswers || reader.TokenType != JsonTokenType.StartArray)
                {
                    reader.Skip();
                    continue;
                }

                while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
                {
                    var start = (int)reader.TokenStartIndex;
                    reader.Skip();
                    answers.Add(start..(int)reader.BytesConsumed);
                }

                if (reader.TokenType != JsonTokenType.EndArray)
                    return new CallResult(CallKind.Broken, "the service's reply has an answer that is no object");
            }

            reader.Read();
        }
        catch (JsonException)
        {
            return new CallResult(CallKind.Broken, "the service's reply is broken JSON");
        }

        return answers.Count == count
            ? new CallResult(CallKind.Answered)
            : new CallResult(CallKind.Broken, $"the service gave {answers.Count} answers to {count} addresses");
    }

    private CallResult Classify(HttpResponseMessage reply)
    {
        var status = (int)reply.StatusCode;
        return status switch
        {
            429 or 503 => new CallResult(CallKind.Away, $"HTTP {status}", reply.Headers.RetryAfter is { Delta: { } delta } ? delta : null),
            502 or 504 or 408 or 425 => new CallResult(CallKind.Broken, $"HTTP {status}"),
            401 or 403 or 404 or 405 => new CallResult(CallKind.Away, $"HTTP {status}: is this the address service, and its URL right?"),
            >= 500 => new CallResult(CallKind.Broken, $"HTTP {status}"),
            >= 400 => new CallResult(CallKind.Refused, $"the service refused the address: HTTP {status}{Detail()}"),
            _ => new CallResult(CallKind.Away, $"HTTP {status}"),
        };
    }

    private string Detail()
    {
        try
        {
            using var problem = JsonDocument.Parse(response.AsMemory(0, length));
            return problem.RootElement.TryGetProperty("detail", out var detail) && detail.ValueKind == JsonValueKind.String ? $" ({detail.GetString()})" : "";
        }
        catch (JsonException)
        {
            return "";
        }
    }

    // The answer's own member, not a text that happens to hold the word.
    private static string? ErrorOf(ReadOnlySpan<byte> answer)
    {
        var reader = new Utf8JsonReader(answer);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isError = reader.ValueTextEquals("error"u8);
            reader.Read();
            if (isError && reader.TokenType == JsonTokenType.String)
                return reader.GetString();
            if (isError && reader.TokenType != JsonTokenType.Null)
                return Encoding.UTF8.GetString(answer[(int)reader.TokenStartIndex..]);
            reader.Skip();
        }

        return null;
    }

    // A service that prints its JSON over several lines would break the lines of the result.
    private static void Compact(ReadOnlySpan<byte> answer, IBufferWriter<byte> output)
    {
        var reader = new Utf8JsonReader(answer);
        using var document = JsonDocument.ParseValue(ref reader);
        using var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        document.RootElement.WriteTo(writer);
    }
}
