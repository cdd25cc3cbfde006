using Auth0Connector.Cli.Output;
using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Shell;
using Spectre.Console;

namespace Auth0Connector.Cli.Lists;

/// <summary>
/// A list as a table, one row a line: it fits the terminal, and never waits for more rows than make a screen to learn how wide
/// its columns are. Without a terminal only very long texts are cut.
/// </summary>
internal static class TableListWriter
{
    private const int Sample = 200;
    private const int Gap = 2;
    private const int Least = 6;

    // One odd row must not make all rows wide; it stands out of its column instead.
    private const int WidestPiped = 60;

    // Longer than ids are, so that a pipe gets those whole; csv and JSON have everything.
    private const int LongestPiped = 200;

    /// <summary>Writes it.</summary>
    public static void Write<T>(ResultStream stream, Session session, IReadOnlyList<ListColumn<T>> columns, IEnumerable<T> rows)
    {
        using var source = rows.GetEnumerator();
        var sample = new List<string[]>();
        while (sample.Count < Sample && source.MoveNext())
        {
            sample.Add(Cells(columns, source.Current));
        }

        var room = session.Consoles.Room;
        var widths = Widths([.. columns.Select(column => column.Title)], sample, room);
        Heading(stream, session, [.. columns.Select(column => column.Title)], widths);
        foreach (var cells in sample)
        {
            stream.Line(Line(cells, widths, room is not null));
            stream.EndRow();
        }

        while (source.MoveNext())
        {
            stream.Line(Line(Cells(columns, source.Current), widths, room is not null));
            stream.EndRow();
        }
    }

    private static string[] Cells<T>(IReadOnlyList<ListColumn<T>> columns, T row) =>
        [.. columns.Select(column => Printable.Of(column.Text(row)))];

    private static int[] Widths(string[] titles, List<string[]> sample, int? room)
    {
        var widths = titles.Select((title, index) => sample.Select(cells => CellText.Width(cells[index])).Append(title.Length).Max()).ToArray();
        if (room is not { } width)
        {
            return [.. widths.Select(own => Math.Min(own, WidestPiped))];
        }

        // The widest column gives first, so that short ones stay whole.
        var excess = widths.Sum() + (Gap * (widths.Length - 1)) - width;
        while (excess > 0)
        {
            var widest = Array.IndexOf(widths, widths.Max());
            if (widths[widest] <= Least)
            {
                break;
            }

            widths[widest]--;
            excess--;
        }

        return widths;
    }

    private static void Heading(ResultStream stream, Session session, string[] titles, int[] widths)
    {
        var line = Line(titles, widths, isCut: true);
        if (session.Host is { OutIsTerminal: true, NoColor: false })
        {
            stream.Flush();
            session.Consoles.Out.Write(new Text(line + "\n", new Style(decoration: Decoration.Bold)));
        }
        else
        {
            stream.Line(line);
        }

        stream.Line(new string('─', widths.Sum() + (Gap * (widths.Length - 1))));
    }

    private static string Line(string[] cells, int[] widths, bool isCut) =>
        string.Join(new string(' ', Gap), cells.Select((cell, index) => Fit(cell, widths[index], isCut))).TrimEnd();

    private static string Fit(string cell, int width, bool isCut)
    {
        var bounded = isCut ? cell : CellText.Cut(cell, LongestPiped);
        return isCut || CellText.Width(bounded) <= width ? CellText.Fill(bounded, width) : bounded;
    }
}
