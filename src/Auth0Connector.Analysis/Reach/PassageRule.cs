namespace Auth0Connector.Analysis.Reach;

/// <summary>
/// The one rule of what passes from whoever passes access on to whoever holds it (format section 6): the annotation names
/// the types of principals that pass, and a shallow one lets only those through who hold its source directly. How a type is
/// called says nothing.
/// </summary>
internal static class PassageRule
{
    /// <summary>Whether principals of a type pass; without names all do.</summary>
    public static bool Admits(IReadOnlyList<string> principalTypeIds, string typeId) =>
        principalTypeIds.Count == 0 || principalTypeIds.Contains(typeId, StringComparer.Ordinal);

    /// <summary>Whether a passage is open to somebody who holds its source like this.</summary>
    public static bool Opens(bool isShallow, bool isDirect) => !isShallow || isDirect;
}
