using System.Text;

namespace Auth0Connector.Cli.Help;

/// <summary>Help as a manual page, in the language that <c>man</c> reads (man(7)).</summary>
internal sealed class ManPage(string version) : IHelpForm
{
    private readonly StringBuilder _text = new();

    /// <summary>The page so far.</summary>
    public string Text => _text.ToString();

    /// <inheritdoc/>
    public void Title(string command, string summary)
    {
        var name = command.Length == 0 ? "auth0-connector" : $"auth0-connector-{command}";
        Add($".TH {Escaped(name.ToUpperInvariant())} 1 \"\" \"auth0-connector {Escaped(version)}\" \"User Commands\"");
        Heading("Name");
        Add($"{Escaped(name)} \\- {Escaped(summary.TrimEnd('.'))}");
    }

    /// <inheritdoc/>
    public void Line(string text)
    {
        // Blanks in front keep their width only where they cannot be broken.
        var words = text.TrimStart(' ');
        Add(".br");
        Add(string.Concat(Enumerable.Repeat("\\ ", text.Length - words.Length)) + Escaped(words));
    }

    /// <inheritdoc/>
    public void Heading(string title) => Add($".SH {Escaped(title.ToUpperInvariant())}");

    /// <inheritdoc/>
    public void Entry(string term, string explanation)
    {
        Add(".TP");
        Add(Escaped(term.Trim()));
        Add(Escaped(explanation));
    }

    /// <inheritdoc/>
    public void Paragraph(string text)
    {
        Add(".PP");
        Add(Escaped(text));
    }

    private void Add(string line) => _text.Append(line).Append('\n');

    // A hyphen would be printed as another sign, and a dot or quote that begins a line be taken for a command.
    private static string Escaped(string text)
    {
        var escaped = text.Replace("\\", "\\e", StringComparison.Ordinal).Replace("-", "\\-", StringComparison.Ordinal);
        return escaped.StartsWith('.') || escaped.StartsWith('\'') ? "\\&" + escaped : escaped;
    }
}
