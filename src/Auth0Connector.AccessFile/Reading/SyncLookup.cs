using Auth0Connector.AccessFile.Format;
using Auth0Connector.AccessFile.Schema;
using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile.Reading;

/// <summary>
/// Finds single rows of one sync by id, as readers join them (format section 2.3). The rows met last are kept, within a
/// bound: grants come in long runs of the same role. Not for several threads at once.
/// </summary>
public sealed class SyncLookup : IDisposable
{
    private const int Kept = 4_096;

    private readonly RowFinder<ResourceTypeRow> _types;
    private readonly RowFinder<ResourceRow> _resources;
    private readonly RowFinder<EntitlementRow> _entitlements;
    private readonly Dictionary<string, ResourceTypeRow?> _knownTypes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ResourceRow?> _knownResources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EntitlementRow?> _knownEntitlements = new(StringComparer.Ordinal);

    internal SyncLookup(SqliteConnection connection, RowSource source, string path, string syncId)
    {
        _types = new RowFinder<ResourceTypeRow>(
            connection, source, path, AccessFileSchema.ResourceTypes, syncId, TableColumns.ResourceTypes, row => new ResourceTypeRow(row));
        _resources = new RowFinder<ResourceRow>(
            connection,
            source,
            path,
            AccessFileSchema.Resources,
            syncId,
            TableColumns.Resources,
            row => new ResourceRow(row));
        _entitlements = new RowFinder<EntitlementRow>(
            connection,
            source,
            path,
            AccessFileSchema.Entitlements,
            syncId,
            TableColumns.Entitlements,
            row => new EntitlementRow(row));
    }

    /// <summary>The resource type with this id, or null.</summary>
    public ResourceTypeRow? FindResourceType(string id) => Find(_knownTypes, id, _types.Find);

    /// <summary>The resource of this type and id, or null.</summary>
    public ResourceRow? FindResource(string typeId, string resourceId) =>
        OfType(typeId, Find(_knownResources, AccessIds.Resource(typeId, resourceId), _resources.Find));

    /// <summary>The same for one of very many that is not asked for again: what is kept costs the collector more than the finding.</summary>
    public ResourceRow? FindResourceOnce(string typeId, string resourceId)
    {
        var id = AccessIds.Resource(typeId, resourceId);
        return OfType(typeId, _knownResources.TryGetValue(id, out var row) ? row : _resources.Find(id));
    }

    /// <summary>The entitlement with this id, or null.</summary>
    public EntitlementRow? FindEntitlement(string id) => Find(_knownEntitlements, id, _entitlements.Find);

    /// <inheritdoc/>
    public void Dispose()
    {
        _types.Dispose();
        _resources.Dispose();
        _entitlements.Dispose();
    }

    // The join of type and id is not unique; the column is.
    private static ResourceRow? OfType(string typeId, ResourceRow? row) => row?.ResourceTypeId == typeId ? row : null;

    private static T? Find<T>(Dictionary<string, T?> known, string id, Func<string, T?> find)
        where T : class
    {
        if (known.TryGetValue(id, out var row))
        {
            return row;
        }

        if (known.Count >= Kept)
        {
            known.Clear();
        }

        row = find(id);
        known[id] = row;
        return row;
    }
}
