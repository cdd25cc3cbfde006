using Auth0Connector.Cli.Output;
using Spectre.Console;

namespace Auth0Connector.Cli.Help;

/// <summary>Help in a terminal: headings, lines and entries wrapped beside their terms.</summary>
internal sealed class TerminalHelp(Consoles consoles, int indent, int width) : IHelpForm
{
    /// <inheritdoc/>
    public void Title(string command, string summary) => Line(summary);

    /// <inheritdoc/>
    public void Line(string text) => consoles.WriteResult(text);

    /// <inheritdoc/>
    public void Heading(string title)
    {
        consoles.WriteResult(string.Empty);
        consoles.Out.Write(new Text(title + ":\n", new Style(decoration: Decoration.Bold)));
    }

    /// <inheritdoc/>
    public void Entry(string term, string explanation)
    {
        var lines = CellText.Wrap(explanation, width - indent).ToList();
        var first = 0;
        if (term.Length + 2 <= indent)
        {
            Line(term.PadRight(indent) + lines[0]);
            first = 1;
        }
        else
        {
            Line(term);
        }

        foreach (var line in lines.Skip(first))
        {
            Line(new string(' ', indent) + line);
        }
    }

    /// <inheritdoc/>
    public void Paragraph(string text)
    {
        foreach (var line in CellText.Wrap(text, width - 2))
        {
            Line("  " + line);
        }
    }
}
