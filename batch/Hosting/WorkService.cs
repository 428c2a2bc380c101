using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PlanetGraph.Batch.Hosting;

/// <summary>Runs the program's work in the host's background and keeps how it ended, so that no fault is lost there.</summary>
public abstract class WorkService(ProgramOutcome outcome, IHostApplicationLifetime lifetime, ILogger log) : BackgroundService
{
    /// <summary>How the work ended, as soon as that is known; the work may have more to do after it.</summary>
    protected ProgramOutcome Outcome => outcome;

    /// <summary>Does the work and returns its exit code.</summary>
    protected abstract Task<int> WorkAsync(CancellationToken stopping);

    /// <summary>True when the program goes on after its work, to show what came of it.</summary>
    protected virtual bool Stays => false;

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            outcome.End(await WorkAsync(stoppingToken));
            if (Stays)
            {
                return;
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            outcome.End(ExitCode.Terminated);
        }
        catch (Exception e) when (RunExit.CodeOf(e) is { } code)
        {
            log.WorkGaveUp(code, e.Message);
            outcome.End(code, e.Message);
        }
        catch (Exception e)
        {
            log.WorkCrashed(e);
            outcome.End(e);
        }

        lifetime.StopApplication();
    }
}
