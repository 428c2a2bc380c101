using k8s;
using Microsoft.Extensions.Options;
using PlanetGraph.Publisher.Cluster;
using PlanetGraph.Publisher.Progress;
using PlanetGraph.Publisher.Runs;

namespace PlanetGraph.Publisher;

/// <summary>The publisher as a library: what a program needs to run one over whatever broker, ledger and storage it has registered.</summary>
internal static class PublisherHosting
{
    /// <summary>Adds <see cref="RunPublisher"/> and <see cref="ProgressMonitor"/>, and what they are made of.</summary>
    public static IServiceCollection AddPublisher(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<PublisherOptions>, PublisherOptionsValidator>();
        services.AddOptions<PublisherOptions>().BindConfiguration("Publisher").ValidateOnStart();
        services.AddOptions<CleanupOptions>();
        services.AddSingleton<IRunCluster, NoCluster>();
        services.AddSingleton<RunStatus>();
        services.AddSingleton<RunOpener>();
        services.AddSingleton<TaskFeed>();
        services.AddSingleton<Reconciler>();
        services.AddSingleton<RunEnding>();
        services.AddSingleton<ErrorCounts>();
        services.AddSingleton<ErrorSamples>();
        services.AddSingleton<RunPublisher>();
        services.AddSingleton<ProgressMonitor>();
        return services;
    }

    /// <summary>Adds the hand on the cluster, when section <c>Cleanup</c> names anything to do there.</summary>
    public static IServiceCollection AddRunCluster(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IValidateOptions<CleanupOptions>, CleanupOptionsValidator>();
        services.AddOptions<CleanupOptions>().BindConfiguration("Cleanup").Configure(options => options.Namespace = configuration["POD_NAMESPACE"] ?? options.Namespace).ValidateOnStart();
        if (configuration.GetSection("Cleanup").Get<CleanupOptions>() is { } cleanup && (cleanup.Job.Length > 0 || cleanup.Record.Length > 0))
        {
            services.AddSingleton<IKubernetes>(_ => new Kubernetes(KubernetesClientConfiguration.BuildDefaultConfig()));
            services.AddSingleton<KubernetesRun>();
            services.AddSingleton<IRunCluster>(provider => ActivatorUtilities.CreateInstance<PatientCluster>(provider, provider.GetRequiredService<KubernetesRun>()));
        }

        return services;
    }
}
