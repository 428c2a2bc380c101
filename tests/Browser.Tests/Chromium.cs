using Microsoft.Playwright;
using PlanetGraph.Browser.Tests;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace PlanetGraph.Browser.Tests;

/// <summary>The machine's own Chromium (eng/install-browser), one for all tests; each test gets a fresh profile.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];
    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        // A CI machine with little to spare may take its time; a condition that never holds still fails.
        Assertions.SetDefaultExpectTimeout(30_000);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Find(),
            Headless = true,
            Args =
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ],
        });
    }

    /// <summary>A page with a profile of its own.</summary>
    public async Task<IPage> OpenAsync(Uri address, string locale = "zh-CN", ColorScheme scheme = ColorScheme.Light, int width = 1200)
    {
        var context = await browser!.NewContextAsync(new()
        {
            Locale = locale,
            ColorScheme = scheme,
            ViewportSize = new() { Width = width, Height = 900 },
        });
        var page = await context.NewPageAsync();
        await page.GotoAsync(address.ToString());
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }

    private static string Find() => Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named
        ? named
        : (from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
           from name in Names
           let path = Path.Combine(folder, name)
           where File.Exists(path)
           select path).FirstOrDefault() ?? throw new FileNotFoundException("No Chromium on PATH; eng/install-browser installs it.");
}
