using System.Text;

namespace Auth0Connector.Service.Protocol;

/// <summary>Names of the protocol as its own files write them, from the names that code has for them.</summary>
public static class ProtocolWords
{
    /// <summary>Words with lines between, as <c>sync_full</c> of <c>SyncFull</c>.</summary>
    public static string Of(string name)
    {
        var words = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterUpper(letter) && words.Length > 0)
            {
                words.Append('_');
            }

            words.Append(char.ToLowerInvariant(letter));
        }

        return words.ToString();
    }
}
