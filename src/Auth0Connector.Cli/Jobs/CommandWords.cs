using System.Text;

namespace Auth0Connector.Cli.Jobs;

/// <summary>
/// Splits a command into its words as a shell would, and does nothing else that a shell does: spaces separate, quotes of both
/// sorts keep together, and a backslash takes a space, a quote or a backslash for itself; before anything else it is a
/// letter like others, so that paths of Windows stay as they are.
/// </summary>
internal static class CommandWords
{
    /// <summary>The words, or <see langword="null"/> where a quote is never closed.</summary>
    public static IReadOnlyList<string>? Split(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var isWord = false;
        char? quote = null;
        for (var index = 0; index < text.Length; index++)
        {
            var letter = text[index];
            if (letter == '\\' && quote != '\'' && index + 1 < text.Length && IsTaken(text[index + 1], quote))
            {
                word.Append(text[++index]);
                isWord = true;
            }
            else if (letter == quote)
            {
                quote = null;
            }
            else if (quote is null && letter is ('\'' or '"'))
            {
                quote = letter;
                isWord = true;
            }
            else if (quote is null && letter == ' ')
            {
                End();
            }
            else
            {
                word.Append(letter);
                isWord = true;
            }
        }

        End();
        return quote is null ? words : null;

        void End()
        {
            if (isWord)
            {
                words.Add(word.ToString());
            }

            word.Clear();
            isWord = false;
        }
    }

    private static bool IsTaken(char letter, char? quote) => letter is '"' or '\\' || (quote is null && letter is ' ' or '\'');
}
