using Auth0Connector.AccessFile.Format;
using Auth0Connector.AccessFile.Messages;

namespace Auth0Connector.AccessFile.Expansion;

/// <summary>
/// Where a grant comes from (format section 6). C# writes a map in the order of insertion, the ecosystem in the order of
/// the keys, so the map is built anew in that order whenever it changes.
/// </summary>
internal static class SourceMap
{
    /// <summary>Direct: without sources, or with the entitlement itself among them.</summary>
    public static bool IsDirect(Grant grant, string entitlementId)
    {
        return grant.Sources is not { Sources.Count: > 0 } sources || sources.Sources.ContainsKey(entitlementId);
    }

    /// <summary>The sources of a row that only the expansion made.</summary>
    public static GrantSources Only(string sourceId, bool isDirect)
    {
        var sources = new GrantSources();
        sources.Sources.Add(sourceId, Source(isDirect));
        return sources;
    }

    /// <summary>
    /// Adds a source to a row that is there. One that had none was direct, and says so from then on. False when nothing
    /// changes.
    /// </summary>
    public static bool TryAdd(Grant grant, string ownEntitlementId, string sourceId, bool isDirect)
    {
        var known = grant.Sources?.Sources;
        if (known is not null && known.ContainsKey(sourceId))
        {
            return false;
        }

        var ordered = new SortedDictionary<string, GrantSources.Types.GrantSource>(Utf8Order.Instance);
        if (known is { Count: > 0 })
        {
            foreach (var (id, source) in known)
            {
                ordered.Add(id, source);
            }
        }
        else
        {
            ordered.Add(ownEntitlementId, Source(true));
        }

        ordered.Add(sourceId, Source(isDirect));
        grant.Sources = new GrantSources();
        foreach (var (id, source) in ordered)
        {
            grant.Sources.Sources.Add(id, source);
        }

        return true;
    }

    private static GrantSources.Types.GrantSource Source(bool isDirect) => new() { IsDirect = isDirect };
}
