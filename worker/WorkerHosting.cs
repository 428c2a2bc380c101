using Microsoft.Extensions.Options;

namespace PlanetGraph.Worker;

/// <summary>The worker as a library: what a program needs to run one over whatever broker, ledger, storage and service it has registered.</summary>
internal static class WorkerHosting
{
    /// <summary>Adds <see cref="TaskWorker"/> and what it is made of.</summary>
    public static IServiceCollection AddWorker(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<WorkerOptions>, WorkerOptionsValidator>();
        services.AddOptions<WorkerOptions>().BindConfiguration("Worker").PostConfigure(NameIt).ValidateOnStart();
        services.AddMetrics();
        services.AddSingleton<RunGate>();
        services.AddSingleton<RunWatch>();
        services.AddSingleton<TaskConsumer>();
        services.AddSingleton<WorkerMetrics>();
        services.AddSingleton<TaskWorker>();
        return services;
    }

    private static void NameIt(WorkerOptions options)
    {
        if (options.Name.Length == 0)
        {
            options.Name = Environment.GetEnvironmentVariable("POD_NAME") ?? $"{Environment.MachineName}-{Environment.ProcessId}";
        }
    }
}
