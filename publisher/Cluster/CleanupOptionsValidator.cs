using Microsoft.Extensions.Options;

namespace PlanetGraph.Publisher.Cluster;

internal sealed class CleanupOptionsValidator : IValidateOptions<CleanupOptions>
{
    public ValidateOptionsResult Validate(string? name, CleanupOptions options)
    {
        if (options.Mode == CleanupMode.Keep && options.Record.Length == 0)
        {
            return ValidateOptionsResult.Success;
        }

        var faults = new List<string>();
        if (options.Mode != CleanupMode.Keep && options.Job.Length == 0)
        {
            faults.Add($"Cleanup:Job is empty, but Cleanup:Mode={options.Mode} needs the name of the workers' Job.");
        }

        if (options.TtlSeconds < 0)
        {
            faults.Add($"Cleanup:TtlSeconds is {options.TtlSeconds}; it is 0 or more.");
        }

        if (options.Namespace.Length == 0)
        {
            faults.Add("POD_NAMESPACE is empty: give the pod its namespace (fieldRef metadata.namespace) or set Cleanup:Mode=keep.");
        }

        if (OwnedObject.Parse(options.Objects, out var error) is null)
        {
            faults.Add(error!);
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
