using Microsoft.Playwright;

namespace Auth0Connector.Browser.Tests;

/// <summary>What a keyboard and a screen reader need.</summary>
[Collection(SharedReports.Name)]
public sealed class AccessibilityTests(ReportFixture reports)
{
    private const string Views = "overview people roles organizations groups permissions findings";

    // Contrast as WCAG 2.2 reckons it, of every text in sight against the nearest background behind it.
    private const string Faint =
        """
        () => {
          const rgb = text => (text.match(/[\d.]+/g) ?? []).map(Number);
          const light = ([r, g, b]) => [r, g, b].map(c => c / 255).map(c => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)).reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
          const behind = element => { for (let at = element; at; at = at.parentElement) { const colour = rgb(getComputedStyle(at).backgroundColor); if (colour.length === 3 || colour[3] > 0) return colour; } return [255, 255, 255]; };
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), faint = [];
          while (walker.nextNode()) {
            const element = walker.currentNode.parentElement;
            if (!walker.currentNode.textContent.trim() || !element.checkVisibility() || ['SCRIPT', 'STYLE', 'OPTION', 'NOSCRIPT'].includes(element.tagName)) continue;
            const style = getComputedStyle(element);
            const [a, b] = [light(rgb(element instanceof SVGElement ? style.fill : style.color)), light(behind(element))].sort((x, y) => y - x);
            if ((a + 0.05) / (b + 0.05) < 4.5) faint.push(`${walker.currentNode.textContent.trim().slice(0, 30)} ${((a + 0.05) / (b + 0.05)).toFixed(2)}`);
          }
          return faint;
        }
        """;

    [Theory]
    [InlineData("#role=rol_admin", "Role", "Administrator")]
    [InlineData("#organization=org_07", "Organization", "Organization 07")]
    [InlineData("#user=auth0%7C100", "Person", "Person 000100")]
    [InlineData("#group=grp_operators", "Group", "Operators")]
    [InlineData("#user=nobody", "user", "nobody")]
    public async Task A_deep_link_opens_the_panel_with_the_focus_on_its_heading(string link, string kind, string title)
    {
        await using var report = await reports.OpenAsync(reports.Small, link);

        var panel = report.Page.GetByRole(AriaRole.Complementary, new() { Name = title, Exact = true });
        await panel.WaitForAsync();
        Assert.Equal(kind, await panel.Locator(".over").TextContentAsync());
        Assert.Equal("panel-title", await report.Page.EvaluateAsync<string>("() => document.activeElement.id"));
        Assert.Equal(1, await panel.GetByRole(AriaRole.Button, new() { Name = "Close" }).CountAsync());
    }

    [Fact]
    public async Task Escape_closes_the_panel_from_wherever_the_focus_is_and_leads_back_to_what_opened_it()
    {
        await using var report = await reports.OpenAsync(reports.Small);
        var link = report.Page.Locator(".meters a").First;
        await link.FocusAsync();
        await report.Page.Keyboard.PressAsync("Enter");
        await report.Page.WaitForSelectorAsync("#panel:not([hidden])");

        await report.Page.Keyboard.PressAsync("Tab");
        await report.Page.Keyboard.PressAsync("Escape");
        await report.Page.WaitForSelectorAsync("#panel", new() { State = WaitForSelectorState.Hidden });
        Assert.True(await link.EvaluateAsync<bool>("link => link === document.activeElement"));
    }

    [Fact]
    public async Task Escape_in_the_list_beside_an_open_panel_closes_it_too()
    {
        await using var report = await reports.OpenAsync(reports.Small, "#user=auth0%7C100");

        await report.Page.Locator("main .grid").FocusAsync();
        await report.Page.Keyboard.PressAsync("Escape");
        await report.Page.WaitForSelectorAsync("#panel", new() { State = WaitForSelectorState.Hidden });
        await report.Page.WaitForURLAsync("**#view=people");
    }

    [Fact]
    public async Task Everything_that_can_be_used_has_a_name_and_every_view_a_heading()
    {
        await using var report = await reports.OpenAsync(reports.Small);

        foreach (var view in Views.Split(' '))
        {
            await ShowAsync(report.Page, view);
            Assert.Equal(1, await report.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).CountAsync());
            var nameless = await report.Page.EvaluateAsync<string[]>(
                "() => [...document.querySelectorAll('a, button, input, select, summary, [role=grid], [role=img], nav')].filter(one => one.checkVisibility() && !(one.getAttribute('aria-label') || one.textContent.trim())).map(one => one.outerHTML.slice(0, 80))");
            Assert.Empty(nameless);
            Assert.Equal(0, await report.Page.Locator("[tabindex]:not([tabindex='0']):not([tabindex='-1'])").CountAsync());
        }
    }

    [Fact]
    public async Task A_screen_reader_gets_the_size_of_a_list_the_place_in_it_and_what_a_search_comes_to()
    {
        await using var report = await reports.OpenAsync(reports.Small, "#view=people");
        var grid = report.Page.GetByRole(AriaRole.Grid, new() { Name = "People" });

        Assert.Equal("301", await grid.GetAttributeAsync("aria-rowcount"));
        Assert.Equal(7, await grid.GetByRole(AriaRole.Columnheader).CountAsync());
        Assert.Equal("2", await grid.Locator(".grid-row").First.GetAttributeAsync("aria-rowindex"));
        await report.Page.GetByRole(AriaRole.Searchbox, new() { Name = "Search people" }).FillAsync("person 00001");
        Assert.Equal("11 of 300 people", await report.Page.GetByRole(AriaRole.Status).TextContentAsync());
        Assert.Equal("12", await grid.GetAttributeAsync("aria-rowcount"));
        Assert.Equal("page", await report.Page.GetByRole(AriaRole.Navigation, new() { Name = "Views" }).GetByRole(AriaRole.Link, new() { Name = "People" }).GetAttributeAsync("aria-current"));
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Every_text_can_be_read_against_what_is_behind_it(ColorScheme colours)
    {
        await using var report = await reports.OpenAsync(reports.Small, colours: colours);

        foreach (var view in Views.Split(' '))
        {
            await ShowAsync(report.Page, view);
            Assert.Empty(await report.Page.EvaluateAsync<string[]>(Faint));
        }

        await report.Page.EvaluateAsync("() => { location.hash = 'user=auth0|100'; }");
        await report.Page.WaitForSelectorAsync("#panel:not([hidden])");
        Assert.Empty(await report.Page.EvaluateAsync<string[]>(Faint));
    }

    private static async Task ShowAsync(IPage page, string view)
    {
        await page.EvaluateAsync($"() => {{ location.hash = 'view={view}'; }}");
        await page.WaitForSelectorAsync($"#tabs a[data-view={view}][aria-current]");
    }
}
