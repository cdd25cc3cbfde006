using Auth0Connector.AccessFile.Reading;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.Sync.Collections.Users;
using Auth0Connector.Sync.Parts;
using Auth0Connector.Sync.Preflight;
using Auth0Connector.Sync.Reporting;

namespace Auth0Connector.Sync.Engine;

/// <summary>
/// Reads the tenant into the working file: first what the listings name, then what only makes sense once they are read,
/// then whoever was met but not listed. Every step adds tasks that are not known yet and works the list off, so that
/// doing a step again costs nothing.
/// </summary>
internal sealed class SyncReading(StagingFile file, SyncerSet syncers, ProgressTally tally, ISyncReporter reporter, int concurrency, TimeProvider clock)
{
    private const int UnlistedAtATime = 1000;
    private const string ListedKey = "listed";

    private IEnumerable<PartFollowUp> FollowUps => syncers.Parts.All.Select(static part => part.FollowUp).OfType<PartFollowUp>();

    /// <summary>Everything that the listings name.</summary>
    public async Task ReadListingsAsync(CancellationToken cancellationToken)
    {
        if (file.ReadOutcomes(cancellationToken) is { Count: > 0 } outcomes)
        {
            tally.Restore(outcomes, file.CountRows(cancellationToken));
        }
        else
        {
            file.Commit([syncers.Beginning]);
        }

        await WorkAsync(cancellationToken);
        foreach (var followUp in FollowUps)
        {
            followUp.AddTasks(file, cancellationToken);
            if (followUp.Announcement is { } announcement)
            {
                reporter.Announced(announcement(file));
            }
        }

        await WorkAsync(cancellationToken);
    }

    /// <summary>
    /// Where users were not read by one plain listing, the tenant is asked again how many there are; those who are missing
    /// then are looked for once more, by windows, before anybody judges.
    /// </summary>
    public async Task<SyncStatistics> CompleteUsersAsync(CancellationToken cancellationToken)
    {
        // People who were fetched one by one are no longer told apart from those listed, once they are in the file.
        if (file.Recall(ListedKey) is { } known)
        {
            return SyncStatistics.Parse(known) ?? throw KeptText.Unknown();
        }

        var listed = await ListUsersAsync(cancellationToken);
        file.Remember(ListedKey, listed.ToJson());
        return listed;
    }

    private async Task<SyncStatistics> ListUsersAsync(CancellationToken cancellationToken)
    {
        var listed = file.CountRows(cancellationToken);
        if (file.CountTasks(UserExportSyncer.KindName) + file.CountTasks(UserWindowSyncer.KindName) == 0)
        {
            return listed;
        }

        if (ExportAudit.Run(file, cancellationToken) is { Count: > 0 } lacking)
        {
            file.Commit([new StagedBatch { Tasks = lacking }]);
            await WorkAsync(cancellationToken);
        }

        foreach (var pass in (string[])["first", "again"])
        {
            file.Commit([new StagedBatch { Tasks = [UserRecountSyncer.TaskFor(pass)] }]);
            await WorkAsync(cancellationToken);
            listed = file.CountRows(cancellationToken);
            if (pass == "again" || SyncVerdict.MissingUsers(file.ReadOutcomes(cancellationToken), listed) == 0)
            {
                break;
            }

            file.Commit([new StagedBatch { Tasks = [UserWindowSyncer.Root("again")] }]);
            await WorkAsync(cancellationToken);
        }

        return listed;
    }

    /// <summary>Whoever holds a grant and was not listed is asked for by id; who is not there holds nothing any more.</summary>
    public async Task FetchUnlistedAsync(CancellationToken cancellationToken)
    {
        foreach (var part in TenantParts.Fetched)
        {
            await FetchUnlistedAsync(part, cancellationToken);
            foreach (var followUp in FollowUps.Where(followUp => followUp.ResourceType == part.ResourceType))
            {
                followUp.AddTasks(file, cancellationToken);
            }

            await WorkAsync(cancellationToken);
        }
    }

    /// <summary>Takes out again what turned out to be gone, refused or not provable; done again, it changes nothing.</summary>
    public void LeaveOut(CancellationToken cancellationToken)
    {
        var outcomes = file.ReadOutcomes(cancellationToken);
        foreach (var part in SyncSkips.PartsOf(syncers, outcomes))
        {
            foreach (var row in syncers.All.Where(syncer => syncer.Info.Part == part).SelectMany(static syncer => syncer.Info.Rows))
            {
                if (row.PrincipalTypeId is { } principal)
                {
                    file.DropGrants(row.TypeId, principal, cancellationToken);
                }
                else
                {
                    file.DropResources(row.TypeId, cancellationToken);
                }
            }
        }

        foreach (var info in outcomes.Where(static outcome => outcome.LeftOut > 0).Select(outcome => syncers[outcome.Kind].Info))
        {
            if (info is { SubjectType: { } type, InsideType: null })
            {
                file.DropVanished(info.Kind, type, cancellationToken);
            }
        }
    }

    // A group that is fetched may name another one that was not listed: again, until there is nobody new.
    private async Task FetchUnlistedAsync(PartDefinition part, CancellationToken cancellationToken)
    {
        if (part.UnlistedTask is not { } kind || !syncers.Parts.Reads(part))
        {
            return;
        }

        long known;
        do
        {
            known = file.CountTasks(kind);
            var after = "";
            while (file.ReadUnknownPrincipals(part.ResourceType, after, UnlistedAtATime, cancellationToken) is { Count: > 0 } unknown)
            {
                file.Commit([new StagedBatch { Tasks = [.. unknown.Select(id => new StagedTask(kind, id))] }]);
                await WorkAsync(cancellationToken);
                after = unknown[^1];
            }
        }
        while (file.CountTasks(kind) > known);
    }

    private async Task WorkAsync(CancellationToken cancellationToken)
    {
        using var listChanged = new Signal();
        var news = new TaskNews();
        await using var writer = new StagingWriter(file, batches =>
        {
            tally.Committed(batches);
            if (news.Committed(batches))
            {
                listChanged.Set();
            }
        }, clock);
        await new CollectionRunner(syncers, writer, tally, listChanged, news, concurrency, clock).RunAsync(cancellationToken);
    }
}
