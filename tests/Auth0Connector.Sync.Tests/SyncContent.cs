using Auth0Connector.AccessFile.Messages;
using Auth0Connector.AccessFile.Reading;

namespace Auth0Connector.Sync.Tests;

/// <summary>Everything in an access file's current sync, in memory; the files of tests are small.</summary>
public sealed record SyncContent(
    SyncRun Run,
    IReadOnlyList<ResourceType> ResourceTypes,
    IReadOnlyList<Resource> Resources,
    IReadOnlyList<Entitlement> Entitlements,
    IReadOnlyList<GrantRow> Grants)
{
    public static SyncContent Read(string path)
    {
        using var reader = AccessFileReader.Open(path, new AccessFileReaderOptions(), CancellationToken.None);
        var run = reader.CurrentSync!;
        return new SyncContent(
            run,
            [.. reader.ReadResourceTypes(run, CancellationToken.None).Select(row => row.Message)],
            [.. reader.ReadResources(run, ResourceFilter.All, CancellationToken.None).Select(row => row.Message)],
            [.. reader.ReadEntitlements(run, EntitlementFilter.All, CancellationToken.None).Select(row => row.Message)],
            [.. reader.ReadGrants(run, GrantFilter.All, CancellationToken.None)]);
    }

    public IReadOnlyList<string> IdsOf(string resourceType) =>
        [.. Resources.Where(resource => resource.Id.ResourceType == resourceType).Select(resource => resource.Id.Resource)];

    /// <summary>Who holds an entitlement of this slug, directly or not.</summary>
    public IReadOnlyList<(string Resource, string Principal)> HoldersOf(string resourceType, string slug, string principalType = "user") =>
    [
        .. Grants
            .Where(grant => grant.ResourceTypeId == resourceType && grant.PrincipalTypeId == principalType
                && grant.EntitlementId == $"{resourceType}:{grant.ResourceId}:{slug}")
            .Select(grant => (grant.ResourceId, grant.PrincipalId)),
    ];

    /// <summary>Who holds an entitlement of this slug directly: without sources, or with the entitlement itself among them.</summary>
    public IReadOnlyList<(string Resource, string Principal)> GrantsOf(string resourceType, string slug, string principalType = "user") =>
    [
        .. Grants
            .Where(grant => grant.ResourceTypeId == resourceType && grant.PrincipalTypeId == principalType
                && grant.EntitlementId == $"{resourceType}:{grant.ResourceId}:{slug}" && IsDirect(grant))
            .Select(grant => (grant.ResourceId, grant.PrincipalId)),
    ];

    public static bool IsDirect(GrantRow grant) =>
        grant.Message.Sources is not { Sources.Count: > 0 } sources || sources.Sources.ContainsKey(grant.EntitlementId);
}
