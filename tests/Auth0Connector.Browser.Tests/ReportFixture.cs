using Auth0Connector.AccessFile.Reading;
using Auth0Connector.Analysis.Findings;
using Auth0Connector.Analysis.Findings.Rules;
using Auth0Connector.Analysis.Listing;
using Auth0Connector.Analysis.Model;
using Auth0Connector.Analysis.Report;
using Microsoft.Playwright;

namespace Auth0Connector.Browser.Tests;

/// <summary>A real browser, and three real reports: a small one, one of 100,000 people and one without permissions.</summary>
public sealed class ReportFixture : IAsyncLifetime
{
    public const int Many = 100_000;

    private readonly TempFolder _folder = new();
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public string Small => _folder.File("small.html");

    public string Unread => _folder.File("unread.html");

    public string Large => _folder.File("large.html");

    public async Task InitializeAsync()
    {
        Report(300, Small);
        Report(Many, Large);
        Report(300, Unread, withPermissions: false);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ],
        });
    }

    /// <summary>Opens a report; whatever the page complains about or asks of a network is kept.</summary>
    public async Task<OpenedReport> OpenAsync(string path, string address = "", ColorScheme colours = ColorScheme.Light)
    {
        var page = await _browser!.NewPageAsync(new BrowserNewPageOptions { ColorScheme = colours, ViewportSize = new ViewportSize { Width = 1280, Height = 800 } });
        var opened = new OpenedReport(page);
        await page.GotoAsync($"file://{path}{address}");
        await page.WaitForSelectorAsync("body[data-ready]");
        return opened;
    }

    public async Task DisposeAsync()
    {
        await (_browser?.CloseAsync() ?? Task.CompletedTask);
        _playwright?.Dispose();
        _folder.Dispose();
    }

    private static void Report(int people, string target, bool withPermissions = true)
    {
        using var reader = AccessFileReader.Open(ReviewTenant.Write(Path.ChangeExtension(target, ".db"), people, withPermissions), new AccessFileReaderOptions(), CancellationToken.None);
        using var list = new AccessList(reader, reader.CurrentSync!);
        var model = AccessModel.Load(list, CancellationToken.None);
        var options = new FindingOptions();
        var privilege = new Privilege(model, options.Privileged);
        using var file = File.Create(target);
        AccessReport.Write(file, new ReportContent
        {
            FileName = "sync.c1z",
            Model = model,
            Privilege = privilege,
            PrivilegeWords = options.Privileged.Words,
            Findings = FindingSearch.In(model, privilege, options, CancellationToken.None),
            NotAsked = FindingSearch.NotAskedOf(model, options),
            Proof = ReportProof.Read(list, CancellationToken.None),
            Syncs = [],
        });
    }
}
