using Auth0Connector.Sync.Settings;

namespace Auth0Connector.Sync.Parts;

/// <summary>What is asked for: the settings, and the resource types that they come to.</summary>
internal sealed record AskedFor(SyncSettings Settings, IReadOnlyList<string> Types)
{
    /// <summary>Whether grants are asked for.</summary>
    public bool Grants => Settings.WithGrants;

    /// <summary>Whether all of the types are asked for.</summary>
    public bool Has(params ReadOnlySpan<string> types)
    {
        foreach (var type in types)
        {
            if (!Types.Contains(type))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a type is asked for by its name and not only on by default.</summary>
    public bool Names(string type) => Settings.ResourceTypes.Contains(type, StringComparer.Ordinal);
}
