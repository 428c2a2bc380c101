using Spectre.Console;
using Spectre.Console.Rendering;

namespace PlanetGraph.Generator.Cluster.Preflight;

/// <summary>Draws findings for a terminal, one line each and the fix below it.</summary>
public static class FindingTable
{
    /// <summary>All findings in their order.</summary>
    public static IRenderable Draw(IEnumerable<Finding> findings)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn(new GridColumn().NoWrap()).AddColumn();
        foreach (var finding in findings)
        {
            grid.AddRow(new Markup(Mark(finding.Outcome)), new Text(finding.Check), new Text(finding.Detail));
            if (finding.Fix is { } fix)
            {
                grid.AddRow(new Text(""), new Text(""), new Markup($"[green]-> {Markup.Escape(fix)}[/]"));
            }
        }

        return grid;
    }

    private static string Mark(Outcome outcome) => outcome switch
    {
        Outcome.Ok => "[green]ok[/]",
        Outcome.Warning => "[yellow]look[/]",
        _ => "[red]FAIL[/]",
    };
}
