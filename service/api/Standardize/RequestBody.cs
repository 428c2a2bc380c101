using System.Buffers;
using System.IO.Pipelines;

namespace PlanetGraph.Service.Standardize;

/// <summary>Receives a whole request body within a bound, in the pipe's own memory.</summary>
internal static class RequestBody
{
    /// <summary>Waits for the end of the body; the caller gives the bytes back with <see cref="PipeReader.AdvanceTo(SequencePosition)"/>.</summary>
    /// <exception cref="RefusedRequestException">The body is larger than <paramref name="maxBytes"/>.</exception>
    public static async ValueTask<ReadOnlySequence<byte>> ReceiveAsync(HttpRequest request, int maxBytes, CancellationToken cancel)
    {
        if (request.ContentLength > maxBytes)
        {
            throw TooLarge(maxBytes);
        }

        while (true)
        {
            var result = await request.BodyReader.ReadAsync(cancel);
            if (result.Buffer.Length > maxBytes)
            {
                request.BodyReader.AdvanceTo(result.Buffer.End);
                throw TooLarge(maxBytes);
            }

            if (result.IsCompleted)
            {
                return result.Buffer;
            }

            request.BodyReader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
    }

    private static RefusedRequestException TooLarge(int maxBytes) => new(StatusCodes.Status413PayloadTooLarge,
        $"The body is larger than {maxBytes} bytes; send the addresses in several requests.");
}
