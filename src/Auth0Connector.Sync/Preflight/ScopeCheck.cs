namespace Auth0Connector.Sync.Preflight;

/// <summary>A part that the settings ask for, and what the token lacks for it.</summary>
internal sealed record ScopeFinding(ScopeRequirement Requirement, IReadOnlyList<string> Lacks);

/// <summary>Holds what the settings ask for against the scopes of the token.</summary>
internal static class ScopeCheck
{
    /// <param name="settings">What is asked for.</param>
    /// <param name="types">The resource types that it comes to.</param>
    /// <param name="granted">Scopes of the token; <see langword="null"/> where the tenant does not say: then nothing lacks.</param>
    /// <returns>Every part whose basis can be read; a part of something that is skipped means nothing on its own.</returns>
    public static IEnumerable<ScopeFinding> Run(SyncSettings settings, IReadOnlyList<string> types, IReadOnlySet<string>? granted)
    {
        var skipped = new HashSet<SyncPart>();
        foreach (var requirement in ScopeRequirements.For(settings, types))
        {
            if (requirement.After is { } basis && skipped.Contains(basis))
            {
                continue;
            }

            var lacks = granted is null ? [] : requirement.Need.Missing(granted);
            if (lacks.Count > 0)
            {
                skipped.Add(requirement.Part);
            }

            yield return new ScopeFinding(requirement, lacks);
        }
    }
}
