using PlanetGraph.Service.Configuration;
using PlanetGraph.Service.Telemetry;

namespace PlanetGraph.Service.Standardize;

/// <summary>POST /planet-graph/v2/address/standardize: receive, wait for a turn, compute, answer.</summary>
internal sealed class StandardizeEndpoint(
    Admission admission, AddressBatchReader reader, BatchWriter writer, RequestOptions options, ServiceMetrics metrics, TimeProvider time)
{
    public async Task HandleAsync(HttpContext context)
    {
        using var place = admission.Enter();
        if (!place.IsAcquired)
        {
            metrics.Refused();
            context.Response.Headers.RetryAfter = "1";
            await Problem.WriteAsync(context, StatusCodes.Status503ServiceUnavailable,
                "The service has as many requests as it takes at a time; try again in a second.");
            return;
        }

        var started = time.GetTimestamp();
        var addresses = 0;
        metrics.Entered();
        try
        {
            addresses = await AnswerAsync(context);
        }
        catch (RefusedRequestException refused)
        {
            await Problem.WriteAsync(context, refused.Status, refused.Message, refused.Index);
        }
        catch (BadHttpRequestException broken)
        {
            await Problem.WriteAsync(context, broken.StatusCode, broken.Message);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
        finally
        {
            metrics.Left(context.Response.StatusCode, addresses, time.GetElapsedTime(started));
        }
    }

    private async Task<int> AnswerAsync(HttpContext context)
    {
        var cancel = context.RequestAborted;
        var body = await RequestBody.ReceiveAsync(context.Request, options.MaxBytes, cancel);
        using var output = new ResponseBuffer();
        int count;
        try
        {
            using var turn = await admission.TurnAsync(cancel);
            using var batch = reader.Read(body);
            writer.Write(batch, output);
            count = batch.Count;
        }
        finally
        {
            // Also when the client left while the request waited: what was read must be given back before the server reads on.
            context.Request.BodyReader.AdvanceTo(body.End);
        }

        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = output.Length;
        await context.Response.BodyWriter.WriteAsync(output.Written, cancel);
        return count;
    }
}
