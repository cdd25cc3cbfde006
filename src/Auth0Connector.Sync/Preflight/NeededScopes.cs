using Auth0Connector.Sync.Settings;

namespace Auth0Connector.Sync.Preflight;

/// <summary>What an application has to be granted so that nothing that is asked for is skipped.</summary>
public static class NeededScopes
{
    /// <summary>The scopes, in the order in which they are checked, each once.</summary>
    /// <exception cref="SyncException">The settings name an unknown resource type.</exception>
    public static IReadOnlyList<string> For(SyncSettings settings) =>
        [.. PartSelection.Check(settings, SyncedTypes.For(settings), granted: null).SelectMany(static found => found.Part.Need.Scopes).Distinct(StringComparer.Ordinal)];
}
