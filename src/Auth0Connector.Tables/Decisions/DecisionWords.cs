namespace Auth0Connector.Tables.Decisions;

/// <summary>What the words in the column of decisions mean.</summary>
internal static class DecisionWords
{
    private const int MostShown = 40;
    private static readonly string[] Take = ["revoke", "remove", "deny", "no"];
    private static readonly string[] Keep = ["keep", "approve", "certify", "yes"];

    /// <summary>Whether a word is a decision and hardly anything else, as yes and no are.</summary>
    public static bool IsPlain(string word) => word.Length > 3 && (Take.Contains(word, StringComparer.OrdinalIgnoreCase) || Keep.Contains(word, StringComparer.OrdinalIgnoreCase));

    /// <summary>Taken, kept, or not decided.</summary>
    /// <exception cref="SheetException">The word is none of these.</exception>
    public static bool? IsTaken(string word, string place) => word switch
    {
        "" => null,
        _ when Take.Contains(word, StringComparer.OrdinalIgnoreCase) => true,
        _ when Keep.Contains(word, StringComparer.OrdinalIgnoreCase) => false,
        _ => throw new SheetException(
            $"{place}: the decision '{(word.Length > MostShown ? word[..MostShown] + "…" : word)}' is not known; give revoke or keep, or leave it empty"),
    };
}
