using System.Text;
using Auth0Connector.Cli.Shell;

namespace Auth0Connector.Cli.Output;

/// <summary>Foreign text in Markdown: it shows as it is and begins nothing of its own.</summary>
internal static class MarkdownText
{
    /// <summary>The text on one line, escaped.</summary>
    public static string Of(string text)
    {
        var escaped = new StringBuilder(text.Length);
        var former = ' ';
        foreach (var letter in Printable.Of(text))
        {
            if (letter is '\\' or '|' or '`' or '*' or '[' or ']' or '<' or '>' or '#' or '~' || (letter == '_' && !char.IsLetterOrDigit(former)))
            {
                escaped.Append('\\');
            }

            escaped.Append(letter);

            // '@name' would call somebody into the pull request; within an address it does not.
            if (letter == '@' && !char.IsLetterOrDigit(former))
            {
                escaped.Append("<!-- -->");
            }

            former = letter;
        }

        return escaped.ToString();
    }
}
