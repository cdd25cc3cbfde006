using Auth0Connector.AccessFile.Messages;
using Auth0Connector.AccessFile.Reading;

namespace Auth0Connector.Analysis.Listing;

/// <summary>
/// The lists of one sync, each row with what it speaks of. Everything streams: memory does not grow with the file.
/// Like the ecosystem's reader it takes entitlement, resource and principal from their own tables, never from the copies
/// inside other messages (format section 4). Not for several threads at once.
/// </summary>
public sealed class AccessList(AccessFileReader reader, SyncRun sync) : IDisposable
{
    private readonly SyncLookup _lookup = reader.OpenLookup(sync);

    /// <summary>The sync that is shown.</summary>
    public SyncRun Sync { get; } = sync;

    /// <summary>The file that is shown.</summary>
    public AccessFileReader Reader { get; } = reader;

    /// <summary>The resource types.</summary>
    public IEnumerable<ResourceType> ResourceTypes(CancellationToken cancellationToken) =>
        Reader.ReadResourceTypes(Sync, cancellationToken).Select(row => row.Message);

    /// <summary>The resources.</summary>
    public IEnumerable<ResourceView> Resources(ResourceFilter filter, CancellationToken cancellationToken) =>
        Reader.ReadResources(Sync, filter, cancellationToken).Select(View);

    /// <summary>The entitlements.</summary>
    public IEnumerable<EntitlementView> Entitlements(EntitlementFilter filter, CancellationToken cancellationToken) =>
        Reader.ReadEntitlements(Sync, filter, cancellationToken)
            .Select(row => new EntitlementView(row.Message, Resource(row.ResourceTypeId, row.ResourceId), Type(row.ResourceTypeId)));

    /// <summary>The grants.</summary>
    public IEnumerable<GrantView> Grants(GrantFilter filter, CancellationToken cancellationToken) =>
        Reader.ReadGrants(Sync, filter, cancellationToken).Select(row => new GrantView(
            row,
            EntitlementOf(row),
            Resource(row.ResourceTypeId, row.ResourceId),
            Type(row.ResourceTypeId),
            Resource(row.PrincipalTypeId, row.PrincipalId)));

    /// <summary>Who holds the grants that the filter lets through, each once.</summary>
    public IEnumerable<ResourceView> Principals(GrantFilter filter, CancellationToken cancellationToken)
    {
        foreach (var row in Reader.ReadPrincipals(Sync, filter, cancellationToken))
        {
            yield return _lookup.FindResource(row.TypeId, row.Id) is { } resource
                ? View(resource)
                : new ResourceView(Missing.Resource(row.TypeId, row.Id), Type(row.TypeId), Parent: null);
        }
    }

    /// <summary>What a principal holds by its own rows, by resource.</summary>
    public IReadOnlyList<AccessView> Access(string principalTypeId, string principalId, CancellationToken cancellationToken)
    {
        var filter = new GrantFilter { PrincipalTypeId = principalTypeId, PrincipalId = principalId };
        return
        [
            .. Reader.ReadGrants(Sync, filter, cancellationToken)
                .GroupBy(row => (row.ResourceTypeId, row.ResourceId))
                .Select(rows => new AccessView(
                    Type(rows.Key.ResourceTypeId),
                    Resource(rows.Key.ResourceTypeId, rows.Key.ResourceId),
                    [.. rows.Select(EntitlementOf)])),
        ];
    }

    /// <summary>The resource, or what stands for a missing one.</summary>
    public Resource Resource(string typeId, string id) => _lookup.FindResource(typeId, id)?.Message ?? Missing.Resource(typeId, id);

    /// <summary>The same for one of very many that comes once, such as each principal of a list in the order of principals.</summary>
    public Resource ResourceOnce(string typeId, string id) => _lookup.FindResourceOnce(typeId, id)?.Message ?? Missing.Resource(typeId, id);

    /// <summary>The resource, or null.</summary>
    public Resource? FindResource(string typeId, string id) => _lookup.FindResource(typeId, id)?.Message;

    /// <summary>The entitlement, or null.</summary>
    public Entitlement? FindEntitlement(string id) => _lookup.FindEntitlement(id)?.Message;

    /// <summary>The owner of an entitlement by its columns, or null when there is no such row.</summary>
    public (string TypeId, string Id)? OwnerOf(string entitlementId) =>
        _lookup.FindEntitlement(entitlementId) is { } row ? (row.ResourceTypeId, row.ResourceId) : null;

    /// <summary>The resource type, or what stands for a missing one.</summary>
    public ResourceType Type(string id) => _lookup.FindResourceType(id)?.Message ?? Missing.Type(id);

    /// <inheritdoc/>
    public void Dispose() => _lookup.Dispose();

    private Entitlement EntitlementOf(GrantRow row) =>
        FindEntitlement(row.EntitlementId) ?? Missing.Entitlement(row.EntitlementId, row.ResourceTypeId, row.ResourceId);

    private ResourceView View(ResourceRow row) => new(
        row.Message,
        Type(row.ResourceTypeId),
        row is { ParentResourceTypeId: { } typeId, ParentResourceId: { } id } ? Resource(typeId, id) : null);
}
