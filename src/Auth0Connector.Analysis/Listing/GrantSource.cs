using Auth0Connector.AccessFile.Messages;

namespace Auth0Connector.Analysis.Listing;

/// <summary>Where a grant comes from, by its sources (format section 6).</summary>
internal static class GrantSource
{
    /// <summary>Without sources a grant is direct; with sources only if it is among them itself.</summary>
    public static bool IsDirect(Grant grant, string entitlementId) =>
        grant.Sources is not { Sources.Count: > 0 } sources || sources.Sources.ContainsKey(entitlementId);

    /// <summary>The other entitlements that it comes from.</summary>
    public static IEnumerable<string> Others(Grant grant, string entitlementId) =>
        grant.Sources is { } sources ? sources.Sources.Keys.Where(id => id != entitlementId) : [];
}
