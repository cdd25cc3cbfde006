using Microsoft.Playwright;

namespace Auth0Connector.Browser.Tests;

/// <summary>A report in a page of its own.</summary>
public sealed class OpenedReport : IAsyncDisposable
{
    private readonly List<string> _complaints = [];

    internal OpenedReport(IPage page)
    {
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                _complaints.Add(message.Text);
            }
        };
        page.PageError += (_, error) => _complaints.Add(error);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith("file://", StringComparison.Ordinal) || request.ResourceType != "document")
            {
                _complaints.Add($"asked for {request.Url}");
            }
        };
    }

    public IPage Page { get; }

    /// <summary>The names in sight.</summary>
    public async Task<IReadOnlyList<string>> NamesAsync() => await Page.Locator("main .grid-row .name").AllTextContentsAsync();

    /// <summary>What the page says about how many rows there are.</summary>
    public async Task<string> ToldAsync() => await Page.Locator("main .told").TextContentAsync() ?? string.Empty;

    public async ValueTask DisposeAsync()
    {
        await Page.CloseAsync();
        Assert.Empty(_complaints);
    }
}
