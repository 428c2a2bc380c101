using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Mvc;
using PlanetGraph.Batch.Ledger;
using PlanetGraph.Publisher.Page;
using PlanetGraph.Publisher.Runs;

namespace PlanetGraph.Publisher.Progress;

/// <summary>The publisher's HTTP: the page, <c>/api/run</c>, <c>/api/files</c>, <c>/api/events</c> and the health checks.</summary>
internal static class ProgressEndpoints
{
    private const int FilesLimit = 500;

    /// <summary>Maps them all.</summary>
    public static void MapProgress(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPageAssets();
        endpoints.MapGet("/api/run", (ProgressMonitor monitor) =>
            monitor.Latest is { } view ? Results.Json(view, ProgressJson.Readable.RunView) : Waiting());
        endpoints.MapGet("/api/files", FilesAsync);
        endpoints.MapGet("/api/events", (ProgressMonitor monitor, IHostApplicationLifetime lifetime, HttpContext context) =>
            TypedResults.ServerSentEvents(EventsAsync(monitor, lifetime.ApplicationStopping, context.RequestAborted), eventType: "run"));
        endpoints.MapGet("/healthz/live", () => Results.Text("live"));
        endpoints.MapGet("/healthz/ready", (IServiceProvider services) =>
            services.GetRequiredService<RunStatus>().Record is null ? Waiting() : Results.Text("ready"));
    }

    private static async Task<IResult> FilesAsync(
        [FromServices] ILedger ledger, IServiceProvider services, string? state, string? name, string? after, int? limit, CancellationToken cancellationToken)
    {
        if (services.GetRequiredService<RunStatus>().Record is not { } record)
        {
            return Waiting();
        }

        if (limit is < 1 or > FilesLimit)
        {
            return Results.Problem($"limit is 1 to {FilesLimit}, not {limit}.", statusCode: StatusCodes.Status400BadRequest);
        }

        FileState? wanted = null;
        if (!string.IsNullOrEmpty(state))
        {
            if (!Enum.TryParse<FileState>(state, ignoreCase: true, out var parsed) || !Enum.IsDefined(parsed))
            {
                return Results.Problem($"state is pending, done, failed or skipped, not '{state}'.", statusCode: StatusCodes.Status400BadRequest);
            }

            wanted = parsed;
        }

        var count = limit ?? 50;
        var files = await ledger.FilesAsync(record.Id, wanted, string.IsNullOrEmpty(name) ? null : name, string.IsNullOrEmpty(after) ? null : after, count + 1, cancellationToken);
        var shown = files.Take(count).Select(View).ToList();
        return Results.Json(new FilesPage(shown, files.Count > count ? shown[^1].Path : null), ProgressJson.Readable.FilesPage);
    }

    private static FileView View(FileRecord file) => new(
        file.Path,
        file.State switch
        {
            FileState.Pending => file.ChunksDone > 0 ? "running" : "pending",
            FileState.Done => "done",
            FileState.Failed => "failed",
            _ => "skipped",
        },
        file.Length,
        file.Chunks,
        file.ChunksDone,
        file.Result?.Rows,
        file.Result?.Errors,
        file.Reason);

    private static async IAsyncEnumerable<string> EventsAsync(
        ProgressMonitor monitor, CancellationToken stopping, [EnumeratorCancellation] CancellationToken aborted)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stopping, aborted);
        await using var views = monitor.WatchAsync(over.Token).GetAsyncEnumerator(over.Token);
        while (await MovesAsync(views))
        {
            yield return System.Text.Json.JsonSerializer.Serialize(views.Current, ProgressJson.Readable.RunView);
        }
    }

    // The reader went away, or the publisher does: the stream ends, and that is no error.
    private static async Task<bool> MovesAsync(IAsyncEnumerator<RunView> views)
    {
        try
        {
            return await views.MoveNextAsync();
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static IResult Waiting() =>
        Results.Problem("The run is not open yet: the publisher waits for its ledger or broker.", statusCode: StatusCodes.Status503ServiceUnavailable);
}
