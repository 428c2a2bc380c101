using System.ComponentModel.DataAnnotations;

namespace PlanetGraph.Publisher;

/// <summary>Section <c>Publisher</c>.</summary>
internal sealed class PublisherOptions : IValidatableObject
{
    /// <summary>Publishers that share the listing. Default: 1.</summary>
    [Range(1, 1000)]
    public int Replicas { get; set; } = 1;

    /// <summary>This publisher's number, 0 to <see cref="Replicas"/> - 1. Null: the number at the end of <see cref="PodName"/>, else 0.</summary>
    [Range(0, 999)]
    public int? Ordinal { get; set; }

    /// <summary>The StatefulSet pod's name, such as <c>pg-batch-publisher-0</c>.</summary>
    public string PodName { get; set; } = "";

    /// <summary>Port of the progress page, the metrics and the health checks; 0: any free one. Default: 8080.</summary>
    [Range(0, 65535)]
    public int Port { get; set; } = 8080;

    /// <summary>True: goes on serving progress after the run's end, until told to go. False: exits with the run's code. Default: true.</summary>
    public bool Stay { get; set; } = true;

    /// <summary>Pause between two comparisons of ledger and broker. Default: 5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:10:00")]
    public TimeSpan ReconcileInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Pause between two looks whether anything is left to do, so that a run ends as soon as its last file. Default: 200 ms.</summary>
    [Range(typeof(TimeSpan), "00:00:00.020", "00:10:00")]
    public TimeSpan SettledInterval { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Pause between two looks at the run's progress. Default: 1 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:01:00")]
    public TimeSpan ProgressInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Which share of the listing is this publisher's.</summary>
    public int Shard
    {
        get
        {
            var digits = PodName.Length - PodName.AsSpan().TrimEnd("0123456789").Length;
            return Ordinal ?? (digits == 0 ? 0 : int.Parse(PodName.AsSpan(PodName.Length - digits), System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    // A publisher too many would list nothing and still count as one that has listed its share, in the place of one that has not.
    IEnumerable<ValidationResult> IValidatableObject.Validate(ValidationContext validationContext)
    {
        if (Shard >= Replicas)
        {
            yield return new ValidationResult(
                $"Publisher {Shard} is one too many: Publisher:Replicas is {Replicas}, so the publishers are 0 to {Replicas - 1}. "
                + "Set publisher.replicas with helm, which tells all of them, instead of scaling the StatefulSet.");
        }
    }
}
