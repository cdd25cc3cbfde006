using System.Text.RegularExpressions;
using Auth0Connector.Tables.Texts;

namespace Auth0Connector.Service.Cloud;

/// <summary>Words of a server as a message of ours may quote them: one short line, and nothing in it that could be a secret.</summary>
internal static partial class ServerText
{
    private const int MostCharacters = 300;

    /// <summary>The words as the end of a sentence, with a colon before them; empty where there are none.</summary>
    /// <param name="text">What came.</param>
    /// <param name="secrets">What we sent, which it may repeat.</param>
    public static string After(string? text, params ReadOnlySpan<string?> secrets)
    {
        var shown = text?.Trim() ?? "";
        foreach (var secret in secrets)
        {
            shown = string.IsNullOrEmpty(secret) ? shown : shown.Replace(secret, "***", StringComparison.Ordinal);
        }

        // Masked before it is cut: half a token is no longer known as one.
        shown = PlainText.Of(LongWord().Replace(shown.Length > MostCharacters * 16 ? shown[..(MostCharacters * 16)] : shown, "***"));
        return shown.Length switch
        {
            0 => "",
            > MostCharacters => $": {shown[..MostCharacters]}...",
            _ => $": {shown}",
        };
    }

    // Tokens, assertions and keys are written without a blank and are long; words, hosts and ids of tasks are not.
    [GeneratedRegex("[A-Za-z0-9_+/=.~-]{40,}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LongWord();
}
