using Auth0Connector.AccessFile.Failures;
using Auth0Connector.AccessFile.Format;
using Auth0Connector.AccessFile.Messages;
using Auth0Connector.AccessFile.Schema;
using Google.Protobuf.WellKnownTypes;
using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile.Expansion;

/// <summary>
/// Writes inherited grants out as rows (format section 6): where a grant carries GrantExpandable, everyone who holds one
/// of its source entitlements gets its entitlement too. It works in the database, page by page and edge by edge,
/// sources before targets, so memory depends on the number of edges and not on the number of grants. Doing it again
/// changes nothing, so an interrupted expansion is simply repeated.
/// </summary>
internal sealed class GrantExpander : IDisposable
{
    // Without these two, every page and every look-up of a row would read the whole table.
    private static readonly string[] NeededIndexes =
        ["idx_grants_entitlement_sync_grant_v1", "idx_grants_entitlement_id_principal_id_v1"];

    private readonly ExpansionTables _tables;
    private readonly int _pageSize;
    private readonly Action<long, long>? _committing;
    private readonly Any _immutable = Annotation.Pack(new GrantImmutable());
    private long _newGrants;
    private long _updatedGrants;

    private GrantExpander(SqliteConnection connection, string syncId, ExpansionOptions options)
    {
        _pageSize = options.PageSize;
        _committing = options.Committing;
        var discoveredAt = SyncTimestamp.Format(options.TimeProvider.GetUtcNow());
        _tables = new ExpansionTables(connection, syncId, discoveredAt, options.PageSize, options.Changes, Committing);
    }

    /// <summary>
    /// Expands one sync of a writable database that has no open transaction. The two indexes that it needs are created
    /// when they are not there yet.
    /// </summary>
    public static ExpansionReport Expand(
        SqliteConnection connection, string syncId, ExpansionOptions options, CancellationToken cancellationToken)
    {
        return Guard(connection, () =>
        {
            CreateNeededIndexes(connection);
            var (graph, unknown) = ExpansionGraphLoader.Load(
                connection, syncId, options.IncludesTargetType, cancellationToken);
            var plan = ExpansionPlan.Create(graph, options.MaxDepth);
            var estimate = ExpansionEstimate.Of(connection, syncId, plan, cancellationToken);
            using var expander = new GrantExpander(connection, syncId, options);
            foreach (var step in plan.Steps)
            {
                expander.Run(step, cancellationToken);
            }

            expander._tables.Commit();
            return new ExpansionReport
            {
                NewGrants = expander._newGrants,
                UpdatedGrants = expander._updatedGrants,
                EstimatedNewGrants = estimate,
                Edges = plan.Steps.Count,
                UnknownEdges = unknown,
                EdgesBeyondDepth = plan.BeyondDepth,
                Cycles = plan.Cycles,
            };
        }, cancellationToken);
    }

    /// <summary>An upper bound of the rows that <see cref="Expand"/> would add; writes no rows.</summary>
    public static long EstimateNewGrants(
        SqliteConnection connection, string syncId, ExpansionOptions options, CancellationToken cancellationToken)
    {
        return Guard(connection, () =>
        {
            CreateNeededIndexes(connection);
            var (graph, _) = ExpansionGraphLoader.Load(connection, syncId, options.IncludesTargetType, cancellationToken);
            return ExpansionEstimate.Of(
                connection, syncId, ExpansionPlan.Create(graph, options.MaxDepth), cancellationToken);
        }, cancellationToken);
    }

    public void Dispose() => _tables.Dispose();

    private static T Guard<T>(SqliteConnection connection, Func<T> work, CancellationToken cancellationToken)
    {
        try
        {
            return work();
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode != SqliteFailure.Interrupted && !cancellationToken.IsCancellationRequested)
        {
            throw SqliteFailure.From(exception, connection.DataSource, "expand the grants in");
        }
    }

    private static void CreateNeededIndexes(SqliteConnection connection)
    {
        foreach (var index in AccessFileSchema.Indexes.Where(index => NeededIndexes.Contains(index.Name)))
        {
            using var command = connection.CreateCommand();
            command.CommandText = index.CreateSql;
            command.ExecuteNonQuery();
        }
    }

    private void Committing() => _committing?.Invoke(_newGrants, _updatedGrants);

    private void Run(ExpansionStep step, CancellationToken cancellationToken)
    {
        var target = _tables.ReadTarget(step.TargetId);
        var afterRowId = long.MinValue;
        while (_tables.ReadPage(step.SourceId, afterRowId, _pageSize) is { Count: > 0 } page)
        {
            foreach (var source in page)
            {
                cancellationToken.ThrowIfCancellationRequested();
                PassOn(step, target, source);
            }

            afterRowId = page[^1].RowId;
        }
    }

    private void PassOn(ExpansionStep step, ExpansionTarget target, SourceGrant source)
    {
        var isDirect = SourceMap.IsDirect(source.Message, step.SourceId);
        if (!step.Rule.Admits(source.PrincipalTypeId) || (step.Rule.IsShallow && !isDirect))
        {
            return;
        }

        var existing = _tables.Find(target.Id, source);
        foreach (var (rowId, grant) in existing)
        {
            if (SourceMap.TryAdd(grant, target.Id, step.SourceId, isDirect))
            {
                // Counted before: the write may commit.
                _updatedGrants++;
                _tables.Update(rowId, grant);
            }
        }

        if (existing.Count == 0)
        {
            _newGrants++;
            _tables.Insert(target, source, CreateGrant(step, target, source, isDirect));
        }
    }

    private Grant CreateGrant(ExpansionStep step, ExpansionTarget target, SourceGrant source, bool isDirect)
    {
        return new Grant
        {
            Id = AccessIds.Grant(target.Id, source.PrincipalTypeId, source.PrincipalId),
            Entitlement = target.Message,
            Principal = source.Message.Principal ?? new Resource
            {
                Id = new ResourceId { ResourceType = source.PrincipalTypeId, Resource = source.PrincipalId },
            },
            Annotations = { _immutable },
            Sources = SourceMap.Only(step.SourceId, isDirect),
        };
    }
}
