using Auth0Connector.AccessFile.Failures;
using Auth0Connector.AccessFile.Format;
using Auth0Connector.AccessFile.Schema;
using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile.Reading;

/// <summary>
/// Reads a v1 access file, or a plain SQLite database with the same tables, of any writer: missing indexes, columns and
/// tables are tolerated and the file is never changed (format sections 1, 2.2 and 3). Rows are streamed in the order
/// of their ids. Any failure is an <see cref="AccessFileException"/>. Not for several threads at once.
/// </summary>
public sealed class AccessFileReader : IDisposable
{
    private readonly DecodedDatabase _database;
    private readonly RowSource _source;

    private AccessFileReader(string path, DecodedDatabase database, string? temporaryFolder)
    {
        Path = path;
        TemporaryFolder = temporaryFolder;
        _database = database;
        _source = new RowSource(database.Connection, path);
        Syncs = SyncRunQuery.Read(_source);
    }

    /// <summary>The file that was opened.</summary>
    public string Path { get; }

    internal RowSource Source => _source;

    internal string? TemporaryFolder { get; }

    internal SqliteConnection Connection => _database.Connection;

    internal string Uri => _database.Uri;

    /// <summary>All runs in the file, in the order of their rows.</summary>
    public IReadOnlyList<SyncRun> Syncs { get; }

    /// <summary>
    /// The run that readers show: the newest finished one of any type, else the newest unfinished one (see
    /// <see cref="SyncRun.IsFinished"/>); null in a file without runs.
    /// </summary>
    public SyncRun? CurrentSync => SyncRunQuery.Choose(Syncs);

    /// <summary>The finished full runs, newest first.</summary>
    public IReadOnlyList<SyncRun> FullSyncs => SyncRunQuery.Full(Syncs);

    /// <summary>Opens the file; a compressed one is decoded into a private folder that is removed on dispose.</summary>
    public static AccessFileReader Open(string path, AccessFileReaderOptions options, CancellationToken cancellationToken)
    {
        var database = DecodedDatabase.Open(path, options, cancellationToken);
        try
        {
            return new AccessFileReader(path, database, options.TemporaryFolder);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>The run with this id, or null.</summary>
    public SyncRun? FindSync(string syncId)
    {
        return Syncs.FirstOrDefault(run => string.Equals(run.SyncId, syncId, StringComparison.Ordinal));
    }

    /// <summary>The resource types of a sync.</summary>
    public IEnumerable<ResourceTypeRow> ReadResourceTypes(SyncRun sync, CancellationToken cancellationToken)
    {
        var shape = _source.Shape(AccessFileSchema.ResourceTypes);
        return _source.Stream(
            shape, TableColumns.ResourceTypes, [InSync(sync)], row => new ResourceTypeRow(row), cancellationToken);
    }

    /// <summary>The resources of a sync.</summary>
    public IEnumerable<ResourceRow> ReadResources(SyncRun sync, ResourceFilter filter, CancellationToken cancellationToken)
    {
        var shape = _source.Shape(AccessFileSchema.Resources);
        List<RowCondition> conditions = [InSync(sync)];
        var externalId = filter is { ResourceTypeId: { } typeId, ResourceId: { } id } ? AccessIds.Resource(typeId, id) : null;
        Add(conditions, "external_id", externalId);
        Add(conditions, "resource_type_id", filter.ResourceTypeId);
        Add(conditions, "parent_resource_type_id", filter.ParentResourceTypeId, isIndexed: filter.ParentResourceId is not null);
        Add(conditions, "parent_resource_id", filter.ParentResourceId);
        return _source.Stream(shape, TableColumns.Resources, conditions, row => new ResourceRow(row), cancellationToken);
    }

    /// <summary>The entitlements of a sync.</summary>
    public IEnumerable<EntitlementRow> ReadEntitlements(
        SyncRun sync, EntitlementFilter filter, CancellationToken cancellationToken)
    {
        var shape = _source.Shape(AccessFileSchema.Entitlements);
        List<RowCondition> conditions = [InSync(sync)];
        Add(conditions, "external_id", filter.EntitlementId);
        Add(conditions, "resource_type_id", filter.ResourceTypeId, isIndexed: filter.ResourceId is not null);
        Add(conditions, "resource_id", filter.ResourceId);
        return _source.Stream(shape, TableColumns.Entitlements, conditions, row => new EntitlementRow(row), cancellationToken);
    }

    /// <summary>The grants of a sync.</summary>
    public IEnumerable<GrantRow> ReadGrants(SyncRun sync, GrantFilter filter, CancellationToken cancellationToken)
    {
        var shape = _source.Shape(AccessFileSchema.Grants);
        return _source.Stream(
            shape,
            TableColumns.Grants,
            GrantConditions(sync, filter, shape),
            row => new GrantRow(row, sync.GrantsBackfilled),
            cancellationToken);
    }

    /// <summary>Who holds the grants that the filter lets through, each once.</summary>
    public IEnumerable<PrincipalRow> ReadPrincipals(SyncRun sync, GrantFilter filter, CancellationToken cancellationToken)
    {
        var shape = _source.Shape(AccessFileSchema.Grants);
        return _source.StreamDistinct(
            shape,
            ["principal_resource_type_id", "principal_resource_id"],
            GrantConditions(sync, filter, shape),
            row => new PrincipalRow(row),
            cancellationToken);
    }

    /// <summary>Finds single rows of a sync by id.</summary>
    public SyncLookup OpenLookup(SyncRun sync) => new(_database.Connection, _source, Path, sync.SyncId);

    /// <summary>The assets of a sync, or only the one with this id.</summary>
    public IEnumerable<AssetRow> ReadAssets(SyncRun sync, string? assetId, CancellationToken cancellationToken)
    {
        var shape = _source.Shape(AccessFileSchema.Assets);
        List<RowCondition> conditions = [InSync(sync)];
        Add(conditions, "external_id", assetId);
        return _source.Stream(
            shape, ["external_id", "content_type", "data"], conditions, row => new AssetRow(row), cancellationToken);
    }

    /// <summary>The stored statistics of a run, which readers trust as they are, or else the counted ones.</summary>
    public SyncStatistics ReadStatistics(SyncRun sync, CancellationToken cancellationToken)
    {
        return sync.StoredStatistics ?? CountRows(sync, cancellationToken);
    }

    /// <summary>The statistics as the rows say, whatever is stored.</summary>
    public SyncStatistics CountRows(SyncRun sync, CancellationToken cancellationToken)
    {
        return _source.Guard(() => StatisticsQuery.Compute(_database.Connection, SyncRows.BySync(sync.SyncId), cancellationToken));
    }

    /// <summary>Closes the database and removes the decoded copy.</summary>
    public void Dispose() => _database.Dispose();

    private static List<RowCondition> GrantConditions(SyncRun sync, GrantFilter filter, TableShape shape)
    {
        List<RowCondition> conditions = [InSync(sync)];
        Add(conditions, "entitlement_id", filter.EntitlementId);
        Add(conditions, "resource_type_id", filter.ResourceTypeId, isIndexed: filter.ResourceId is not null);
        Add(conditions, "resource_id", filter.ResourceId);
        Add(
            conditions,
            "principal_resource_type_id",
            filter.PrincipalTypeId,
            isIndexed: filter.PrincipalId is not null);
        Add(conditions, "principal_resource_id", filter.PrincipalId);
        if (filter.IsExpandable && sync.GrantsBackfilled && shape.Has("expansion"))
        {
            conditions.Add(new RowCondition("expansion", null));
        }

        return conditions;
    }

    private static RowCondition InSync(SyncRun sync) => new("sync_id", sync.SyncId);

    private static void Add(List<RowCondition> conditions, string column, string? value, bool isIndexed = true)
    {
        if (value is not null)
        {
            conditions.Add(new RowCondition(column, value, isIndexed));
        }
    }
}
