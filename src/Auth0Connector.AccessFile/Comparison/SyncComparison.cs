using Auth0Connector.AccessFile.Failures;
using Auth0Connector.AccessFile.Reading;
using Auth0Connector.AccessFile.Schema;
using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile.Comparison;

/// <summary>
/// The rows in which two syncs differ, of one file or of two. The sets are subtracted inside SQLite, which has the two
/// databases attached to one connection; only places of rows are sorted, so memory does not grow with the files.
/// Rows are the same when their bytes are; whether other bytes mean something else is for the caller to say.
/// </summary>
public sealed class SyncComparison : IDisposable
{
    private const string Main = "main";
    private const string Attached = "later";

    private readonly AccessFileReader _before;
    private readonly AccessFileReader _after;
    private readonly string _afterSchema;

    private SyncComparison(AccessFileReader before, SyncRun beforeSync, AccessFileReader after, SyncRun afterSync, string afterSchema)
    {
        _before = before;
        _after = after;
        BeforeSync = beforeSync;
        AfterSync = afterSync;
        _afterSchema = afterSchema;
    }

    /// <summary>The former sync.</summary>
    public SyncRun BeforeSync { get; }

    /// <summary>The later sync.</summary>
    public SyncRun AfterSync { get; }

    /// <summary>Compares; both readers stay the caller's and must outlive the comparison. They may be the same one.</summary>
    public static SyncComparison Open(AccessFileReader before, SyncRun beforeSync, AccessFileReader after, SyncRun afterSync)
    {
        if (ReferenceEquals(before, after))
        {
            return new SyncComparison(before, beforeSync, after, afterSync, Main);
        }

        try
        {
            using var attach = before.Connection.CreateCommand();
            attach.CommandText = $"attach database $uri as {Attached}";
            attach.Parameters.AddWithValue("$uri", after.Uri);
            attach.ExecuteNonQuery();
            return new SyncComparison(before, beforeSync, after, afterSync, Attached);
        }
        catch (SqliteException exception)
        {
            throw SqliteFailure.From(exception, after.Path, "read");
        }
    }

    /// <summary>Resources, by type.</summary>
    public IEnumerable<RowPair<ResourceRow>> Resources(RowChange which, CancellationToken cancellationToken) => Compare(
        AccessFileSchema.Resources, TableColumns.Resources, ["resource_type_id"], which, static (row, _) => new ResourceRow(row), cancellationToken);

    /// <summary>Entitlements, by the type of their resource.</summary>
    public IEnumerable<RowPair<EntitlementRow>> Entitlements(RowChange which, CancellationToken cancellationToken) => Compare(
        AccessFileSchema.Entitlements, TableColumns.Entitlements, ["resource_type_id"], which, static (row, _) => new EntitlementRow(row), cancellationToken);

    /// <summary>Grants, by principal, so that everything of one person comes together.</summary>
    public IEnumerable<RowPair<GrantRow>> Grants(RowChange which, CancellationToken cancellationToken) => Compare(
        AccessFileSchema.Grants,
        TableColumns.Grants,
        ["principal_resource_type_id", "principal_resource_id"],
        which,
        static (row, sync) => new GrantRow(row, sync.GrantsBackfilled),
        cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_afterSchema == Attached)
        {
            using var detach = _before.Connection.CreateCommand();
            detach.CommandText = $"detach database {Attached}";
            detach.ExecuteNonQuery();
        }
    }

    private IEnumerable<RowPair<T>> Compare<T>(
        string table,
        IReadOnlyList<string> columns,
        IReadOnlyList<string> order,
        RowChange which,
        Func<Row, SyncRun, T> map,
        CancellationToken cancellationToken)
        where T : class
    {
        var before = _before.Source.Shape(table);
        var after = _after.Source.Shape(table);
        if (!before.IsPresent || !after.IsPresent)
        {
            // A file without the table has no such rows: everything of the other one is added or removed.
            var isWhole = which switch { RowChange.Added => after.IsPresent, RowChange.Removed => before.IsPresent, _ => false };
            if (!isWhole)
            {
                yield break;
            }
        }

        using var command = _before.Connection.CreateCommand();
        command.CommandText = ComparisonSql.Of(
            which,
            before.IsPresent ? $"{Main}.{table}" : null,
            after.IsPresent ? $"{_afterSchema}.{table}" : null,
            order,
            [.. columns.Where(column => column is "data" or "expansion" && before.Has(column) && after.Has(column))]);
        command.Parameters.AddWithValue("$before", BeforeSync.SyncId);
        command.Parameters.AddWithValue("$after", AfterSync.SyncId);
        using var formerRows = before.IsPresent ? _before.Fetch(before, columns, row => map(row, BeforeSync)) : null;
        using var laterRows = after.IsPresent ? _after.Fetch(after, columns, row => map(row, AfterSync)) : null;
        using var reader = _before.Source.Guard(command.ExecuteReader);
        while (_before.Source.Guard(reader.Read))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return new RowPair<T>(
                reader.IsDBNull(0) ? null : formerRows?.Fetch(reader.GetInt64(0)),
                reader.IsDBNull(1) ? null : laterRows?.Fetch(reader.GetInt64(1)));
        }
    }
}
