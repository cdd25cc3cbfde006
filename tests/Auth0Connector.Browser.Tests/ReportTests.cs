using System.Globalization;
using System.Text;
using Microsoft.Playwright;

namespace Auth0Connector.Browser.Tests;

[Collection(SharedReports.Name)]
public sealed class ReportTests(ReportFixture reports)
{
    [Fact]
    public async Task The_first_screen_says_whose_tenant_how_many_and_that_nothing_is_proven()
    {
        await using var report = await reports.OpenAsync(reports.Small);

        Assert.Equal("sync.c1z", await report.Page.Locator("h1").TextContentAsync());
        Assert.Contains("No proof of completeness", await report.Page.Locator(".proof").TextContentAsync(), StringComparison.Ordinal);
        Assert.Equal("300", await report.Page.Locator(".tile .figure").First.TextContentAsync());
        Assert.Equal("3 people of 300 (1 %)", await report.Page.Locator(".lead").TextContentAsync());
        Assert.Contains("Blocked people who still hold access", await report.Page.Locator("main").TextContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_not_read_is_said_on_the_first_screen_and_is_never_zero()
    {
        await using var report = await reports.OpenAsync(reports.Unread);

        Assert.Contains("permissions of roles, permissions that people hold directly", await report.Page.Locator(".not-read").TextContentAsync(), StringComparison.Ordinal);
        Assert.Contains("APIs that nobody may use", await report.Page.Locator(".not-read").TextContentAsync(), StringComparison.Ordinal);
        Assert.True(await report.Page.Locator(".not-read").IsVisibleAsync());
        Assert.StartsWith("at least 3 people of 300", await report.Page.Locator(".lead").TextContentAsync(), StringComparison.Ordinal);
        Assert.Equal("not known", await report.Page.Locator(".tile", new() { HasText = "Permissions" }).Locator(".figure").TextContentAsync());
        Assert.Equal("not known", await report.Page.Locator(".tile", new() { HasText = "Applications" }).Locator(".figure").TextContentAsync());
        await using var people = await reports.OpenAsync(reports.Unread, "#view=people");
        Assert.Contains("?", await people.Page.Locator("main .grid-row").First.TextContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_looks_like_markup_is_text()
    {
        await using var report = await reports.OpenAsync(reports.Small, "#user=auth0%7C3");

        Assert.Equal(ReviewTenant.Evil, await report.Page.Locator("#panel-title").TextContentAsync());
        Assert.Contains(ReviewTenant.Evil, await report.NamesAsync());
        Assert.Equal(0, await report.Page.Locator("img").CountAsync());
        Assert.StartsWith("Access review", await report.Page.TitleAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_policy_lets_no_other_script_run()
    {
        var report = await reports.OpenAsync(reports.Small);

        var ran = await report.Page.EvaluateAsync<bool>("() => { const s = document.createElement('script'); s.textContent = 'window.ran = true'; document.body.append(s); return window.ran === true; }");

        Assert.False(ran);
        Assert.Contains("default-src 'none'", await report.Page.Locator("meta[http-equiv]").GetAttributeAsync("content"), StringComparison.Ordinal);
        await report.Page.CloseAsync();
    }

    [Fact]
    public async Task Search_and_filters_narrow_the_list_and_stand_in_the_address()
    {
        await using var report = await reports.OpenAsync(reports.Small, "#view=people");

        await report.Page.GetByLabel("Search people").FillAsync("person 00001");
        Assert.Equal("11 of 300 people", await report.ToldAsync());
        await report.Page.GetByLabel("Search people").FillAsync("");
        await report.Page.GetByLabel("Organization").SelectOptionAsync("org_09");
        Assert.Equal("15 of 300 people", await report.ToldAsync());
        await report.Page.GetByLabel("Status").SelectOptionAsync("disabled");
        Assert.Equal("3 of 300 people", await report.ToldAsync());
        Assert.Equal(["Person 000009", "Person 000109", "Person 000209"], await report.NamesAsync());
        await using var again = await reports.OpenAsync(reports.Small, new Uri(report.Page.Url).Fragment);
        Assert.Equal("3 of 300 people", await again.ToldAsync());
        await report.Page.GetByRole(AriaRole.Button, new() { Name = "Clear" }).ClickAsync();
        Assert.Equal("300 people", await report.ToldAsync());
    }

    [Fact]
    public async Task Role_and_permission_filters_know_what_is_reached_through_groups()
    {
        await using var report = await reports.OpenAsync(reports.Small, "#view=people&in-role=rol_admin");

        Assert.Equal(["Person 000000", "Person 000100", "Person 000200"], await report.NamesAsync());
        await report.Page.GetByLabel("Role").SelectOptionAsync("");
        await report.Page.GetByLabel("Permission").SelectOptionAsync(new SelectOptionValue { Label = "Billing/read:invoices" });
        Assert.Equal("3 of 300 people", await report.ToldAsync());
    }

    [Fact]
    public async Task A_heading_sorts_up_and_down()
    {
        await using var report = await reports.OpenAsync(reports.Small, "#view=people");

        await report.Page.GetByRole(AriaRole.Button, new() { Name = "Access", Exact = true }).ClickAsync();
        Assert.Equal("Person 000000", (await report.NamesAsync())[0]);
        Assert.Equal("descending", await report.Page.Locator("[data-key=access]").GetAttributeAsync("aria-sort"));
        await report.Page.GetByRole(AriaRole.Button, new() { Name = "Person", Exact = true }).ClickAsync();
        await report.Page.GetByRole(AriaRole.Button, new() { Name = "Person", Exact = true }).ClickAsync();
        Assert.Equal("Person 000299", (await report.NamesAsync())[0]);
    }

    [Fact]
    public async Task The_keyboard_moves_through_the_list_opens_the_panel_and_comes_back()
    {
        await using var report = await reports.OpenAsync(reports.Small, "#view=people&q=person");

        await report.Page.Locator("main .grid").FocusAsync();
        await report.Page.Keyboard.PressAsync("ArrowDown");
        Assert.Equal("row-1", await report.Page.Locator("main .grid").GetAttributeAsync("aria-activedescendant"));
        await report.Page.Keyboard.PressAsync("Enter");
        await report.Page.WaitForSelectorAsync("#panel:not([hidden])");
        Assert.Equal("panel-title", await report.Page.EvaluateAsync<string>("() => document.activeElement.id"));
        await report.Page.Keyboard.PressAsync("Escape");
        await report.Page.WaitForSelectorAsync("#panel", new() { State = WaitForSelectorState.Hidden });
        Assert.Equal("grid", await report.Page.EvaluateAsync<string>("() => document.activeElement.className"));
    }

    [Fact]
    public async Task A_link_to_a_person_shows_every_access_and_its_way()
    {
        await using var report = await reports.OpenAsync(reports.Small, "#user=auth0%7C100");

        var panel = await report.Page.Locator("#panel").InnerTextAsync();
        Assert.Contains("Person 000100", panel, StringComparison.Ordinal);
        Assert.Contains("through group member of Operators", panel, StringComparison.Ordinal);
        Assert.Contains("through group member of Operators → role Administrator", panel, StringComparison.Ordinal);
        Assert.Contains("held directly", panel, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_organization_lists_everybody_in_it()
    {
        await using var report = await reports.OpenAsync(reports.Small, "#organization=org_07");

        Assert.Equal("16", await report.Page.Locator("#panel .grid").GetAttributeAsync("aria-rowcount"));
        await report.Page.Locator("#panel .grid-row").First.ClickAsync();
        await report.Page.WaitForURLAsync("**#user=auth0%7C7");
        Assert.Equal("Person 000007", await report.Page.Locator("#panel-title").TextContentAsync());
    }

    [Fact]
    public async Task Print_has_every_row_of_a_filtered_list()
    {
        await using var report = await reports.OpenAsync(reports.Small, "#view=people");

        Assert.True(await report.Page.Locator("main .grid-row").CountAsync() < 100);
        var document = await report.Page.PdfAsync();
        Assert.StartsWith("%PDF", Encoding.ASCII.GetString(document, 0, 4), StringComparison.Ordinal);
        await report.Page.EvaluateAsync("() => dispatchEvent(new Event('beforeprint'))");
        Assert.Equal(300, await report.Page.Locator("main .grid-row").CountAsync());
        await report.Page.EvaluateAsync("() => dispatchEvent(new Event('afterprint'))");
        Assert.True(await report.Page.Locator("main .grid-row").CountAsync() < 100);
    }

    [Fact]
    public async Task A_hundred_thousand_people_open_search_and_scroll()
    {
        await using var report = await reports.OpenAsync(reports.Large, "#view=people");

        Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"{ReportFixture.Many:N0} people"), await report.ToldAsync());
        Assert.True(await report.Page.Locator("main .grid-row").CountAsync() < 100);
        await report.Page.Locator("main .grid").FocusAsync();
        await report.Page.Keyboard.PressAsync("End");
        await report.Page.WaitForSelectorAsync("#row-99999");
        Assert.Contains("Person 099999", await report.NamesAsync());
        await report.Page.GetByLabel("Search people").FillAsync("person99998@");
        Assert.Equal(["Person 099998"], await report.NamesAsync());
        await report.Page.GetByLabel("Search people").FillAsync("");
        await report.Page.GetByLabel("Role").SelectOptionAsync("rol_admin");
        Assert.Equal("1,000 of 100,000 people", await report.ToldAsync());
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task A_narrow_window_needs_no_scrolling_sideways(ColorScheme colours)
    {
        await using var report = await reports.OpenAsync(reports.Small, colours: colours);
        await report.Page.SetViewportSizeAsync(390, 800);

        foreach (var view in new[] { "overview", "people", "roles", "organizations", "findings" })
        {
            await report.Page.EvaluateAsync($"() => {{ location.hash = 'view={view}'; }}");
            await report.Page.WaitForSelectorAsync($"#tabs a[data-view={view}][aria-current]");
            Assert.True(await report.Page.EvaluateAsync<bool>("() => document.querySelector('main').scrollWidth <= innerWidth"), view);
        }
    }
}
