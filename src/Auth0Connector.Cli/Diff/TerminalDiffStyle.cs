using Auth0Connector.AccessFile.Comparison;
using Auth0Connector.Cli.Output;
using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Shell;
using Spectre.Console;

namespace Auth0Connector.Cli.Diff;

/// <summary>For a person at a terminal, or plain for a pipe.</summary>
internal sealed class TerminalDiffStyle(ResultStream stream, Session session) : IDiffStyle
{
    private readonly int? _room = session.Consoles.Room;
    private bool _hasHeading;

    public string Safe(string text) => Printable.Of(text);

    public void Heading(string text)
    {
        if (_hasHeading)
        {
            stream.Line(string.Empty);
        }

        _hasHeading = true;
        Line(text, new Style(decoration: Decoration.Bold));
    }

    public void Holder(string text) => Line("  " + text, Style.Plain);

    public void Item(RowChange which, string text, int depth)
    {
        var (mark, colour) = which switch
        {
            RowChange.Added => ('+', Color.Green),
            RowChange.Removed => ('-', Color.Red),
            _ => ('~', Color.Yellow),
        };
        var indent = new string(' ', 2 + (2 * depth));
        var isFirst = true;
        foreach (var line in CellText.Wrap(text, _room is { } room ? Math.Max(20, room - indent.Length - 2) : int.MaxValue))
        {
            Line($"{indent}{(isFirst ? mark : ' ')} {line}", new Style(colour));
            isFirst = false;
        }

        stream.EndRow();
    }

    public void End(string text)
    {
        if (_hasHeading)
        {
            stream.Line(string.Empty);
        }

        foreach (var line in CellText.Wrap(text, _room ?? int.MaxValue))
        {
            stream.Line(line);
        }
    }

    private void Line(string text, Style style)
    {
        var line = _room is { } room ? CellText.Cut(text, room) : text;
        if (session.Host is { OutIsTerminal: true, NoColor: false })
        {
            stream.Flush();
            session.Consoles.Out.Write(new Text(line + "\n", style));
        }
        else
        {
            stream.Line(line);
        }
    }
}
