using Spectre.Console.Rendering;

namespace Auth0Connector.Cli.Output;

/// <summary>Texts measured in cells of a terminal: letters of East Asia take two, combining marks none.</summary>
internal static class CellText
{
    private const char Ellipsis = '…';

    /// <summary>How many cells the text takes.</summary>
    public static int Width(string text) => IsPlain(text) ? text.Length : new Segment(text).CellCount();

    /// <summary>The text cut to a width, the cut marked.</summary>
    public static string Cut(string text, int width)
    {
        if (Width(text) <= width)
        {
            return text;
        }

        var kept = 0;
        var room = width - 1;
        foreach (var rune in text.EnumerateRunes())
        {
            room -= Width(rune.ToString());
            if (room < 0)
            {
                break;
            }

            kept += rune.Utf16SequenceLength;
        }

        return text[..kept] + Ellipsis;
    }

    /// <summary>The text cut or filled up to a width.</summary>
    public static string Fill(string text, int width)
    {
        var cut = Cut(text, width);
        return cut + new string(' ', Math.Max(0, width - Width(cut)));
    }

    /// <summary>The text on lines of no more than a width, broken between words.</summary>
    public static IEnumerable<string> Wrap(string text, int width)
    {
        if (width == int.MaxValue)
        {
            // Nothing to measure, but a line begins with a word here too.
            yield return text.TrimStart(' ');
            yield break;
        }

        var line = string.Empty;
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && Width(line) + 1 + Width(word) > width)
            {
                yield return line;
                line = word;
            }
            else
            {
                line = line.Length == 0 ? word : $"{line} {word}";
            }
        }

        yield return line;
    }

    private static bool IsPlain(string text) => !text.AsSpan().ContainsAnyExceptInRange(' ', '~');
}
