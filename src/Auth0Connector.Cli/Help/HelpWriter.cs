using Auth0Connector.Cli.Output;
using Spectre.Console;

namespace Auth0Connector.Cli.Help;

/// <summary>Writes headings, lines and wrapped entries.</summary>
internal sealed class HelpWriter(Consoles consoles, int indent, int width)
{
    /// <summary>A line as it is.</summary>
    public void Line(string text) => consoles.WriteResult(text);

    /// <summary>A heading, bold where the console can.</summary>
    public void Heading(string title)
    {
        consoles.WriteResult(string.Empty);
        consoles.Out.Write(new Text(title + ":\n", new Style(decoration: Decoration.Bold)));
    }

    /// <summary>A term and its wrapped explanation.</summary>
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

    /// <summary>A wrapped text.</summary>
    public void Paragraph(string text)
    {
        foreach (var line in CellText.Wrap(text, width - 2))
        {
            Line("  " + line);
        }
    }
}
