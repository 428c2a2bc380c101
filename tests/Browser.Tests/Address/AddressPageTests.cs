using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PlanetGraph.Browser.Tests.Address;

public sealed class AddressPageTests(Chromium chromium, AddressService service) : IClassFixture<AddressService>
{
    private const string Address = "浙江省杭州市西湖区文三路478号";

    [Theory]
    [InlineData("zh-CN", "区县")]
    [InlineData("en-US", "Region")]
    public async Task Type_AnAddress_ShowsItsPartsColouredInTheText(string locale, string region)
    {
        var page = await chromium.OpenAsync(service.Page, locale);

        await TypeAsync(page, Address);

        var part = page.Locator(".gloss [data-field=region]");
        await Expect(part.Locator(".part-text")).ToHaveTextAsync("西湖区");
        await Expect(part.Locator(".part-name")).ToHaveTextAsync(region);
        await Expect(page.Locator(".gloss [data-field=road] .part-text")).ToHaveTextAsync("文三路");
        await Expect(page.Locator(".parts [data-field=houseNumber] dd")).ToHaveTextAsync("478");
        var background = await part.Locator(".part-text").EvaluateAsync<string>("part => getComputedStyle(part).backgroundColor");
        Assert.NotEqual("rgba(0, 0, 0, 0)", background);
    }

    [Fact]
    public async Task Type_AnAddress_TheTextAsTypedStaysWhole()
    {
        var page = await chromium.OpenAsync(service.Page);

        await TypeAsync(page, "（送货）" + Address + " 张先生");

        await Expect(page.Locator(".gloss [data-field=region]")).ToBeVisibleAsync();
        var shown = await page.Locator(".gloss").EvaluateAsync<string>(
            "line => [...line.querySelectorAll('.plain, .part-text')].map(piece => piece.textContent).join('')");
        Assert.Equal("（送货）" + Address + " 张先生", shown);
    }

    [Fact]
    public async Task Explain_IsOpened_SaysWhichRuleDecided()
    {
        var page = await chromium.OpenAsync(service.Page, "en-US");
        await TypeAsync(page, "长春朝阳区");

        await page.GetByText("Why", new() { Exact = true }).ClickAsync();

        await Expect(page.Locator(".reasons li").First).ToBeVisibleAsync();
        await Expect(page.Locator(".reasons code").First).Not.ToBeEmptyAsync();
        await Expect(page.Locator(".reasons .lost").First).ToContainTextAsync("by");
    }

    [Fact]
    public async Task Tabs_ByKeyboard_ShowTableAndJson()
    {
        var page = await chromium.OpenAsync(service.Page, "en-US");
        await TypeAsync(page, Address + "\n上海浦东新区");

        await page.GetByRole(AriaRole.Tab, new() { Name = "Text" }).FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(page.GetByRole(AriaRole.Row)).ToHaveCountAsync(3);
        await Expect(page.GetByRole(AriaRole.Cell, new() { Name = "浦东新区", Exact = true })).ToBeVisibleAsync();

        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(page.Locator("pre.json")).ToContainTextAsync("\"province\": \"浙江省\"");
    }

    [Fact]
    public async Task Language_IsChosen_HoldsAfterReload()
    {
        var page = await chromium.OpenAsync(service.Page, "zh-CN");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "标准化" })).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "English" }).ClickAsync();
        await page.ReloadAsync();

        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Standardize" })).ToBeVisibleAsync();
        Assert.Equal("en", await page.Locator("html").GetAttributeAsync("lang"));
    }

    [Fact]
    public async Task Words_OfBothLanguages_AreComplete()
    {
        var page = await chromium.OpenAsync(service.Page);

        var missing = await page.EvaluateAsync<string[]>(
            """
            async () => {
              const { words } = await import("./page/words.js");
              const keys = (object) => Object.entries(object).flatMap(([key, value]) => typeof value === "object" ? keys(value).map((inner) => key + "." + inner) : [key]);
              const wanted = new Set([...keys(words.zh), ...keys(words.en),
                ...[...document.querySelectorAll("[data-word], [data-word-label]")].map((place) => place.dataset.word ?? place.dataset.wordLabel)]);
              return Object.entries(words).flatMap(([language, list]) => [...wanted].filter((key) => !keys(list).includes(key)).map((key) => language + ": " + key));
            }
            """);

        Assert.Empty(missing);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Text_OnItsBackground_CanBeRead(ColorScheme scheme)
    {
        const double leastContrast = 4.5;
        var page = await chromium.OpenAsync(service.Page, scheme: scheme);
        await TypeAsync(page, Address);
        await Expect(page.Locator(".gloss [data-field=region]")).ToBeVisibleAsync();

        foreach (var place in new[] { "h1", ".intro p", ".status", ".part-text", ".part-name", "dt", "dd", ".chip", ".primary", "summary", "footer a" })
        {
            var contrast = await page.Locator(place).First.EvaluateAsync<double>(
                """
                (place) => {
                  const canvas = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d", { willReadFrequently: true });
                  const painted = (...colours) => { colours.forEach((colour) => { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); }); return canvas.getImageData(0, 0, 1, 1).data; };
                  const light = (data) => [0.2126, 0.7152, 0.0722].reduce((sum, weight, i) => { const c = data[i] / 255; return sum + weight * (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4); }, 0);
                  const layers = [];
                  for (let at = place; at; at = at.parentElement) layers.unshift(getComputedStyle(at).backgroundColor);
                  const [a, b] = [light(painted(...layers)), light(painted(...layers, getComputedStyle(place).color))];
                  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
                }
                """);
            Assert.True(contrast >= leastContrast, $"{place} in {scheme}: contrast {contrast:0.00}");
        }
    }

    [Fact]
    public async Task Page_OnAPhone_DoesNotScrollSideways()
    {
        var page = await chromium.OpenAsync(service.Page, width: 360);
        await TypeAsync(page, Address);
        await Expect(page.Locator(".gloss [data-field=region]")).ToBeVisibleAsync();

        Assert.Equal(360, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [Fact]
    public async Task Link_SentToAColleague_ShowsTheSameAddress()
    {
        var page = await chromium.OpenAsync(service.Page);
        await TypeAsync(page, Address);
        await Expect(page.Locator(".gloss [data-field=region]")).ToBeVisibleAsync();

        var colleague = await chromium.OpenAsync(new Uri(page.Url), "en-US");

        await Expect(colleague.GetByRole(AriaRole.Textbox)).ToHaveValueAsync(Address);
        await Expect(colleague.Locator(".gloss [data-field=region] .part-text")).ToHaveTextAsync("西湖区");
    }

    [Fact]
    public async Task Type_MarkupInAnAddress_IsShownAsText()
    {
        var page = await chromium.OpenAsync(service.Page);

        await TypeAsync(page, "<img src=x onerror=document.title='gone'>北京市");

        await Expect(page.Locator(".gloss")).ToContainTextAsync("<img");
        Assert.Equal(0, await page.Locator(".gloss img").CountAsync());
    }

    private static async Task TypeAsync(IPage page, string addresses)
    {
        await page.GetByRole(AriaRole.Textbox).FillAsync(addresses);
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator(".address")).ToHaveCountAsync(addresses.Split('\n').Length);
    }
}
