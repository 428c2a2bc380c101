namespace PlanetGraph.Publisher.Cluster;

/// <summary>What outlives the run in the cluster, so that an upgrade after the Job is gone does not run the batch again.</summary>
/// <param name="State">running, complete, failed, deadline or cancelled.</param>
internal sealed record ClusterRecord(string State, long Files, long Rows, long Errors, DateTimeOffset? Finished);
