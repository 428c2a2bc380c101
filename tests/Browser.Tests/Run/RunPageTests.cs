using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PlanetGraph.Testing.Processes;

namespace PlanetGraph.Browser.Tests.Run;

/// <summary>The progress page of a real run, as the person who waits for it sees it.</summary>
public sealed partial class RunPageTests(Chromium chromium)
{
    [Fact]
    public async Task Page_RunGoesOn_ShowsItFromZeroToDone()
    {
        using var folder = new TemporaryFolder("page");
        Directory.CreateDirectory(folder["in"]);
        for (var file = 0; file < 30; file++)
        {
            await File.WriteAllLinesAsync(Path.Combine(folder["in"], $"分片 {file:00}.txt"), Enumerable.Range(0, 200).Select(row => $"北京市朝阳区{row}号"), TestContext.Current.CancellationToken);
        }

        await File.WriteAllTextAsync(Path.Combine(folder["in"], "no column.csv"), "a,b\n1,2\n", TestContext.Current.CancellationToken);
        await using var service = await GatedService.StartAsync();
        var port = LoopbackPort.Free();
        await using var program = ProgramProcess.Start("planet-graph", "dotnet",
        [
            Path.Combine(AppContext.BaseDirectory, "planet-graph.dll"), "batch", "-i", folder["in"], "-o", folder["out"],
            "--service-url", service.Address, "--page", $"{port}",
        ]);
        await Eventually.HoldsAsync(() => LoopbackPort.AcceptsAsync(port), "the page is served", TimeSpan.FromMinutes(2), detail: () => program.Output.Tail(), cancel: TestContext.Current.CancellationToken);

        var page = await chromium.OpenAsync(new Uri($"http://127.0.0.1:{port}/?lang=en"), locale: "en-GB");
        await Assertions.Expect(page.Locator("#state")).ToHaveTextAsync("Running", new() { Timeout = 60_000 });
        await Assertions.Expect(page.Locator("#percent")).ToHaveTextAsync("0%");
        await Assertions.Expect(page.Locator("#files")).ToContainTextAsync("of 31");
        await Assertions.Expect(page.Locator("#workers li")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("#table tr")).ToHaveCountAsync(20);

        service.Open();
        var patience = new LocatorAssertionsToHaveTextOptions { Timeout = 120_000 };
        await Assertions.Expect(page.Locator("#state")).ToHaveTextAsync("Ended with failed files", patience);
        await Assertions.Expect(page.Locator("#rows")).ToHaveTextAsync("6,000");
        await Assertions.Expect(page).ToHaveTitleAsync(FailedTitle());
        await Assertions.Expect(page.Locator("#percent")).ToHaveTextAsync("99%");
        await Assertions.Expect(page.Locator("#samples")).ToContainTextAsync("no column.csv");

        await page.Locator("#tabs button[data-state=failed]").ClickAsync();
        await Assertions.Expect(page.Locator("#table tr")).ToHaveCountAsync(1);
        await page.Locator("#tabs button[data-state=all]").ClickAsync();
        await page.Locator("#search").FillAsync("分片 07");
        await Assertions.Expect(page.Locator("#table tr")).ToHaveCountAsync(1);

        await page.SetViewportSizeAsync(390, 900);
        Assert.True(await page.EvaluateAsync<bool>("() => { const box = document.querySelector('.scroll'); return box.scrollWidth <= box.clientWidth; }"), "The table of files does not fit a phone.");
        await page.Locator("#lang").ClickAsync();
        await Assertions.Expect(page.Locator("#state")).ToHaveTextAsync("结束，有失败文件");
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "zh-CN");
        await page.Locator("#theme").ClickAsync();
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");

        Signal.Interrupt(program.Id);
        Assert.Equal(1, await program.ExitCodeAsync());
        await Assertions.Expect(page.Locator("#live")).ToHaveClassAsync("live off");
    }

    [Fact]
    public async Task Page_ManyErrorsInManyFiles_CountsEveryOneByItsReasonAsTheManifestDoes()
    {
        const int files = 230, nulRows = 250, jsonRows = 7;
        using var folder = new TemporaryFolder("errors");
        Directory.CreateDirectory(folder["in"]);
        var cancel = TestContext.Current.CancellationToken;
        for (var file = 0; file < files; file++)
        {
            await File.WriteAllLinesAsync(Path.Combine(folder["in"], $"{file:000}.txt"), Enumerable.Range(0, nulRows).Select(row => $"北京\0{row}").Append("北京市"), cancel);
            await File.WriteAllLinesAsync(Path.Combine(folder["in"], $"{file:000}.jsonl"), [.. Enumerable.Repeat("[]", jsonRows), "{\"addr\":\"北京市\"}"], cancel);
        }

        await File.WriteAllTextAsync(Path.Combine(folder["in"], "no column.csv"), "a,b\n1,2\n", cancel);
        var port = LoopbackPort.Free();
        await using var program = ProgramProcess.Start(
            "planet-graph", "dotnet", [Path.Combine(AppContext.BaseDirectory, "planet-graph.dll"), "batch", "-i", folder["in"], "-o", folder["out"], "--page", $"{port}"]);
        await Eventually.HoldsAsync(() => LoopbackPort.AcceptsAsync(port), "the page is served", TimeSpan.FromMinutes(2), detail: () => program.Output.Tail(), cancel: cancel);

        var page = await chromium.OpenAsync(new Uri($"http://127.0.0.1:{port}/?lang=en"), locale: "en-GB");
        await Assertions.Expect(page.Locator("#state")).ToHaveTextAsync("Ended with failed files", new() { Timeout = 120_000 });
        await Assertions.Expect(page.Locator("#reasons")).ToContainTextAsync($"A NUL byte in the row{files * nulRows:N0} rows");
        await Assertions.Expect(page.Locator("#reasons")).ToContainTextAsync($"Not a JSON object{files * jsonRows:N0} rows");
        await Assertions.Expect(page.Locator("#reasons .n").Last).ToHaveTextAsync("1 files");
        await page.Locator("#lang").ClickAsync();
        await Assertions.Expect(page.Locator("#reasons")).ToContainTextAsync($"行内有 NUL 字节{files * nulRows:N0} 行");

        var manifest = await File.ReadAllTextAsync(Path.Combine(folder["out"], "manifest.json"), cancel);
        Assert.Contains(
            $$"""
            "errors":{{files * (nulRows + jsonRows)}}},"reasons":[{"reason":"nulByte","rows":{{files * nulRows}}},{"reason":"notJson","rows":{{files * jsonRows}}}]
            """.Trim(),
            manifest,
            StringComparison.Ordinal);
        Signal.Interrupt(program.Id);
        Assert.Equal(1, await program.ExitCodeAsync());
    }

    [GeneratedRegex("Ended with failed files")]
    private static partial Regex FailedTitle();
}
