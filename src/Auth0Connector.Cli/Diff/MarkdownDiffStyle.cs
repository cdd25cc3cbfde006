using Auth0Connector.AccessFile.Comparison;
using Auth0Connector.Cli.Output;

namespace Auth0Connector.Cli.Diff;

/// <summary>For a pull request or a ticket.</summary>
internal sealed class MarkdownDiffStyle(ResultStream stream) : IDiffStyle
{
    private bool _hasHeading;

    public string Safe(string text) => MarkdownText.Of(text);

    public void Heading(string text)
    {
        stream.Line($"{(_hasHeading ? "\n" : string.Empty)}### {text}\n");
        _hasHeading = true;
    }

    public void Holder(string text) => stream.Line($"- **{text}**");

    public void Item(RowChange which, string text, int depth)
    {
        stream.Line($"{new string(' ', 2 * depth)}- {which.ToString().ToLowerInvariant()}: {text}");
        stream.EndRow();
    }

    public void End(string text) => stream.Line(_hasHeading ? "\n" + text : text);
}
