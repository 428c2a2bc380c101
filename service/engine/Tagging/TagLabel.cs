namespace PlanetGraph.Engine.Tagging;

/// <summary>
/// The tagger's labels: begin and inside for the kinds whose neighbours must stay apart, one label each for units and for the rest.
/// In vectors of 32 lanes the labels that may follow any other are in the lower half, each at its kind, and the inside of a kind 16 lanes above its begin.
/// </summary>
internal static class TagLabel
{
    /// <summary>Number of labels.</summary>
    public const int Count = 20;

    /// <summary>Labels that may follow any other: they are the lanes 0 to 10.</summary>
    public const int Openers = Count - Paired;

    /// <summary>Kinds with a begin and an inside.</summary>
    public const int Paired = 9;

    /// <summary>Lanes between the begin of a kind and its inside.</summary>
    public const int InsideLane = 16;

    /// <summary>A table, because which lane wins is nothing that a processor could guess.</summary>
    private static readonly byte[] ByLane =
        [.. Enumerable.Range(0, 2 * InsideLane).Select(lane => (byte)(lane < InsideLane ? Begin((TagKind)lane) : Inside((TagKind)(lane - InsideLane))))];

    /// <summary>The label of a stretch's first token.</summary>
    public static int Begin(TagKind kind) => (int)kind < Paired ? 2 * (int)kind : Paired + (int)kind;

    /// <summary>The label of a stretch's further tokens.</summary>
    public static int Inside(TagKind kind) => (int)kind < Paired ? (2 * (int)kind) + 1 : Paired + (int)kind;

    /// <summary>The kind a label belongs to.</summary>
    public static TagKind Kind(int label) => (TagKind)(label < 2 * Paired ? label / 2 : label - Paired);

    /// <summary>Whether a label may only follow its own kind.</summary>
    public static bool IsInside(int label) => label < 2 * Paired && (label & 1) == 1;

    /// <summary>The lane of a label.</summary>
    public static int Lane(int label) => (int)Kind(label) + (IsInside(label) ? InsideLane : 0);

    /// <summary>The label of a lane that has one.</summary>
    public static int OfLane(int lane) => ByLane[lane];

    /// <summary>Whether <paramref name="next"/> may follow <paramref name="previous"/>; -1 is the start of the text.</summary>
    public static bool MayFollow(int previous, int next) =>
        !IsInside(next) || (previous >= 0 && Kind(previous) == Kind(next));
}
