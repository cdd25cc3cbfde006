using Auth0Connector.AccessFile;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi;
using Auth0Connector.Sync.Engine;
using Auth0Connector.Sync.Reporting;
using Auth0Connector.Sync.Syncers.Users;
using Microsoft.Extensions.Logging;

namespace Auth0Connector.Sync;

/// <summary>Reads everything about who can do what in a tenant and leaves one access file.</summary>
public sealed class TenantSync(
    ManagementApiOptions apiOptions,
    SyncSettings settings,
    ISyncReporter reporter,
    ILoggerFactory loggers,
    TimeProvider clock)
{
    /// <summary>Runs the sync to its end. Cancelling stops it cleanly; the target is then untouched.</summary>
    /// <exception cref="ManagementApiException">The tenant refused or failed for good.</exception>
    /// <exception cref="AccessFile.AccessFileException">The access file could not be written.</exception>
    /// <exception cref="SyncException">The sync is incomplete or lacks what it needs.</exception>
    public async Task<SyncSummary> RunAsync(CancellationToken cancellationToken)
    {
        var began = clock.GetTimestamp();
        using var api = new ManagementApiClient(apiOptions, loggers, clock);
        var plan = SyncPlan.For(settings, api);
        DemandScopes(plan, await api.AuthenticateAsync(cancellationToken));
        using var file = StagingFile.Create(settings.TargetPath, Identity(), clock);
        reporter.Started(file.SyncId, resumed: false);
        var board = new ProgressBoard(plan.Syncers, reporter, clock);
        file.Commit([plan.Beginning]);
        await ReadAsync(file, plan, board, cancellationToken);
        reporter.Finishing("indexing");
        file.BuildIndexes(cancellationToken);
        reporter.Finishing("verifying");
        var listed = await CompleteUsersAsync(file, plan, board, cancellationToken);
        await FetchUnlistedUsersAsync(file, plan, board, cancellationToken);
        var outcomes = file.ReadOutcomes();
        SyncVerdict.Demand(outcomes, listed);
        var dropped = file.DropDanglingGrants().Values.Sum();
        var counts = file.CountRows();
        reporter.Finishing("compressing");
        var size = file.Complete(cancellationToken);
        return new SyncSummary
        {
            SyncId = file.SyncId,
            Path = settings.TargetPath,
            FileBytes = size,
            StartedAt = file.StartedAt,
            Elapsed = clock.GetElapsedTime(began),
            Requests = api.Counts.Requests,
            Retries = api.Counts.Retries,
            Refusals = api.Counts.Refusals,
            ResourceTypes =
            [
                .. plan.ResourceTypes.Select(type => new ResourceTypeSummary(
                    type,
                    SyncPlan.DisplayName(type),
                    counts.ResourcesOf(type),
                    counts.EntitlementsOf(type),
                    counts.GrantsOf(type),
                    outcomes.Where(outcome => plan.Syncers[outcome.Kind].ResourceType == type).Sum(static outcome => outcome.Requests),
                    board.Elapsed(type))),
            ],
            Skips = [],
            DroppedGrants = dropped,
        };
    }

    private static void DemandScopes(SyncPlan plan, IReadOnlySet<string>? granted)
    {
        var missing = granted is null ? [] : plan.NeededScopes.Where(scope => !granted.Contains(scope)).ToList();
        if (missing.Count > 0)
        {
            throw new SyncException(
                SyncErrorKind.MissingScopes,
                $"the token lacks {string.Join(", ", missing)}")
            {
                Hint = "Grant them to the application for the Auth0 Management API, or leave the resource type out with --sync-resource-types.",
            };
        }
    }

    private async Task ReadAsync(StagingFile file, SyncPlan plan, ProgressBoard board, CancellationToken cancellationToken)
    {
        using var listChanged = new Signal();
        await using var writer = new StagingWriter(file, batches =>
        {
            board.Committed(batches);
            listChanged.Set();
        });
        await new CollectionRunner(plan.Syncers, writer, board, listChanged, settings.Concurrency).RunAsync(cancellationToken);
    }

    // Where users were not read by one plain listing, the tenant is asked again how many there are; those who are missing
    // then are looked for once more, by windows, before anybody judges.
    private async Task<SyncStatistics> CompleteUsersAsync(StagingFile file, SyncPlan plan, ProgressBoard board, CancellationToken cancellationToken)
    {
        var listed = file.CountRows();
        if (file.ReadOutcomes().Any(static outcome => outcome.Kind is UserExportSyncer.KindName or UserWindowSyncer.KindName))
        {
            foreach (var pass in (string[])["first", "again"])
            {
                file.Commit([new StagedBatch { Tasks = [UserRecountSyncer.TaskFor(pass)] }]);
                await ReadAsync(file, plan, board, cancellationToken);
                listed = file.CountRows();
                if (pass == "again" || SyncVerdict.MissingUsers(file.ReadOutcomes(), listed) == 0)
                {
                    break;
                }

                file.Commit([new StagedBatch { Tasks = [UserWindowSyncer.Root("again")] }]);
                await ReadAsync(file, plan, board, cancellationToken);
            }
        }

        return listed;
    }

    // Whoever holds a grant and was not listed is asked for by id; who is not there holds nothing any more.
    private async Task FetchUnlistedUsersAsync(StagingFile file, SyncPlan plan, ProgressBoard board, CancellationToken cancellationToken)
    {
        const int AtATime = 1000;
        var after = "";
        while (file.ReadUnknownPrincipals(ResourceTypeIds.User, after, AtATime) is { Count: > 0 } unknown)
        {
            file.Commit([new StagedBatch { Tasks = [.. unknown.Select(UnlistedUserSyncer.TaskFor)] }]);
            await ReadAsync(file, plan, board, cancellationToken);
            after = unknown[^1];
        }
    }

    private StagingIdentity Identity() => new(
        apiOptions.BaseUrl.Host,
        $"types={string.Join(',', settings.ResourceTypes.Order(StringComparer.Ordinal))};skip-grants={settings.SkipEntitlementsAndGrants};users-via={settings.UsersVia}");
}
