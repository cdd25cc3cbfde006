using System.Text;

namespace Auth0Connector.AccessFile.Format;

/// <summary>
/// Makes a text valid Unicode: half a surrogate pair becomes U+FFFD. One invalid text breaks a whole list command of
/// the ecosystem's readers (format section 4).
/// </summary>
public static class CleanText
{
    /// <summary>The text itself when it is valid, else a repaired copy.</summary>
    public static string Of(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
            {
                continue;
            }

            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                i++;
                continue;
            }

            return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
        }

        return text;
    }
}
