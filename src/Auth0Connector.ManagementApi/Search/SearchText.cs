using System.Text;

namespace Auth0Connector.ManagementApi.Search;

/// <summary>Texts within a query of the user search (Lucene syntax; API reference, section 4.1).</summary>
public static class SearchText
{
    /// <summary>A text that stands for itself, in quotes; a star or a question mark is meant as itself.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var letter in text)
        {
            quoted.Append(letter is '\\' or '"' or '*' or '?' ? "\\" : "").Append(letter);
        }

        return quoted.Append('"').ToString();
    }
}
