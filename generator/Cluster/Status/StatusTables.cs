using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace PlanetGraph.Generator.Cluster.Status;

/// <summary>Draws a <see cref="ReleaseStatus"/> for a terminal.</summary>
public static class StatusTables
{
    /// <summary>All of it, one table a subject; subjects with nothing in them are left out.</summary>
    public static IRenderable Draw(ReleaseStatus status)
    {
        var parts = new List<IRenderable>
        {
            new Markup($"[bold]{Markup.Escape(status.Release)}[/] in {Markup.Escape(status.Namespace)}: {Verdict(status)}"),
        };
        if (status.Workloads.Count > 0)
        {
            parts.Add(Table(["workload", "name", "ready", "state"],
                status.Workloads.Select(w => new[] { w.Kind, w.Name, string.Create(CultureInfo.InvariantCulture, $"{w.Ready}/{w.Desired}"), w.State })));
        }

        if (status.Services.Count > 0)
        {
            parts.Add(Table(["service", "port", "cluster endpoint", "external port"],
                status.Services.Select(s => new[] { s.Name, s.PortName ?? "", s.ClusterEndpoint, s.ExternalPort?.ToString(CultureInfo.InvariantCulture) ?? "-" })));
        }

        if (status.Claims.Count > 0)
        {
            parts.Add(Table(["claim", "phase", "volume", "capacity"], status.Claims.Select(c => new[] { c.Name, c.Phase, c.Volume ?? "-", c.Capacity ?? "-" })));
        }

        // Three pods of a Deployment that lack the same thing are one trouble.
        parts.AddRange(status.Troubles.GroupBy(t => (t.Why, Advice: t.WhatToDo is { } advice ? advice.Replace(t.Pod, "", StringComparison.Ordinal) : null)).Select(Trouble));
        return new Rows(parts);
    }

    private static string Verdict(ReleaseStatus status) => status switch
    {
        { IsInstalled: false } => "[yellow]not installed[/]",
        { IsWell: true } => "[green]all well[/]",
        _ => "[red]not well[/]",
    };

    private static Table Table(string[] columns, IEnumerable<string[]> rows)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns(columns);
        foreach (var row in rows)
        {
            table.AddRow([.. row.Select(cell => new Text(cell))]);
        }

        return table;
    }

    private static Rows Trouble(IEnumerable<PodTrouble> same)
    {
        var pods = same.ToList();
        var trouble = pods[0];
        List<IRenderable> lines =
        [
            .. pods.Select(p => new Markup($"[red]{Markup.Escape(p.Pod)}[/]{(p.Node is null ? "" : $" on {Markup.Escape(p.Node)}")}")),
            new Padder(new Text(trouble.Why), new(2, 0, 0, 0)),
        ];
        if (trouble.WhatToDo is { } advice)
        {
            lines.Add(new Padder(new Markup($"[green]-> {Markup.Escape(advice)}[/]"), new(2, 0, 0, 0)));
        }

        lines.AddRange(trouble.Events.Select(e => new Padder(new Markup($"[grey]{Markup.Escape(e)}[/]"), new(2, 0, 0, 0))));
        return new(lines);
    }
}
