using System.Net;

namespace PlanetGraph.Batch.Storage.FileServer;

internal static class FileServerMove
{
    /// <summary>Renames on the server, replacing what is there. A source that is gone was moved before.</summary>
    public static async Task MoveAsync(this FileServerClient client, FileMove move, CancellationToken cancel)
    {
        using var answer = await client.SendAsync(
            $"move '{move.From}' to '{move.To}'",
            () =>
            {
                var request = new HttpRequestMessage(FileServerClient.MoveMethod, client.Address(move.From));
                request.Headers.Add("Destination", client.Address(move.To).AbsoluteUri);
                request.Headers.Add("Overwrite", "T");
                return request;
            },
            new[] { HttpStatusCode.NotFound },
            cancel);
    }
}
