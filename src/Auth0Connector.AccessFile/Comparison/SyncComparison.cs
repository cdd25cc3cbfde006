using Auth0Connector.AccessFile.Failures;
using Auth0Connector.AccessFile.Reading;
using Auth0Connector.AccessFile.Schema;
using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile.Comparison;

/// <summary>
/// The rows in which two syncs differ, of one file or of two. The sets are subtracted inside SQLite, which has the two
/// databases attached to one connection and reads each of them from its start to its end; what differs is set aside whole and
/// sorted on disk, so that memory does not grow with the files and no row is looked for twice. Rows are the same when their bytes
/// are; whether other bytes mean something else is for the caller to say.
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
        var before = new ComparedTable(_before, BeforeSync, Main, "b", table, columns);
        var after = new ComparedTable(_after, AfterSync, _afterSchema, "a", table, columns);
        var shown = which switch { RowChange.Added => [after], RowChange.Removed => [before], _ => new[] { after, before } };
        if (shown.Any(side => !side.IsPresent))
        {
            // A file without the table has no such rows.
            yield break;
        }

        using var rows = new DifferingRows(_before, shown, [.. order.Select(column => 1 + columns.ToList().IndexOf(column))]);
        rows.Find(ComparisonSql.Of(which, before, after), [before.Parameter, after.Parameter], cancellationToken);
        foreach (var stored in rows.Read(columns.Count))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return new RowPair<T>(
                which == RowChange.Added ? null : before.Map(stored[^1], map),
                which == RowChange.Removed ? null : after.Map(stored[0], map));
        }
    }
}
