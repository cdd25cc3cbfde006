namespace Auth0Connector.Analysis.Reach;

/// <summary>
/// Whoever holds <paramref name="Source"/> also holds <paramref name="Target"/>, and the one rule of who passes (format
/// section 6): the annotation names the types of principals that pass, and a shallow one lets only those through who hold
/// its source directly. How a type is called says nothing.
/// </summary>
/// <typeparam name="TEnd">How what is held is named: by its columns, or by its place in a model.</typeparam>
/// <param name="Source">What must be held.</param>
/// <param name="Target">What is held by that.</param>
/// <param name="IsShallow">Whether only those pass who hold the source directly.</param>
/// <param name="PrincipalTypeIds">The types of principals that pass; empty for all.</param>
public sealed record Passage<TEnd>(TEnd Source, TEnd Target, bool IsShallow, IReadOnlyList<string> PrincipalTypeIds)
{
    /// <summary>Whether principals of a type pass at all; without names all do.</summary>
    public bool Admits(string typeId) => PrincipalTypeIds.Count == 0 || PrincipalTypeIds.Contains(typeId, StringComparer.Ordinal);

    /// <summary>Whether it is open to somebody who holds its source like this.</summary>
    public bool Opens(bool isDirect) => !IsShallow || isDirect;

    /// <summary>Whether a principal of a type passes who holds its source like this.</summary>
    public bool Passes(string typeId, bool isDirect) => Admits(typeId) && Opens(isDirect);
}
