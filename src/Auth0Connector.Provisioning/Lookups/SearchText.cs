using System.Text;

namespace Auth0Connector.Provisioning.Lookups;

/// <summary>A text as the user search takes it literally.</summary>
internal static class SearchText
{
    /// <summary>In quotes; a star or a question mark is meant as itself.</summary>
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
