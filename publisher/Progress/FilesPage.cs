namespace PlanetGraph.Publisher.Progress;

/// <summary>A page of the files table.</summary>
/// <param name="Next">What to ask for as <c>after</c> to get the next page; null on the last.</param>
internal sealed record FilesPage(IReadOnlyList<FileView> Files, string? Next);
