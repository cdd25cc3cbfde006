namespace Auth0Connector.Analysis.Reach;

/// <summary>Whoever holds <paramref name="Source"/> also holds <paramref name="Target"/> (format section 6).</summary>
/// <param name="Source">What must be held.</param>
/// <param name="Target">What is held by that.</param>
/// <param name="IsShallow">Whether only those pass who hold the source directly.</param>
/// <param name="PrincipalTypeIds">The types of principals that pass; empty for all.</param>
internal sealed record Passage(Held Source, Held Target, bool IsShallow, IReadOnlyList<string> PrincipalTypeIds)
{
    public bool Admits(string principalTypeId) => PassageRule.Admits(PrincipalTypeIds, principalTypeId);
}
