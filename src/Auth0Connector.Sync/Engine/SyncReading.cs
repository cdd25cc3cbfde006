using System.Globalization;
using Auth0Connector.AccessFile.Reading;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.Sync.Preflight;
using Auth0Connector.Sync.Reporting;
using Auth0Connector.Sync.Syncers.Groups;
using Auth0Connector.Sync.Syncers.Organizations;
using Auth0Connector.Sync.Syncers.Permissions;
using Auth0Connector.Sync.Syncers.Roles;
using Auth0Connector.Sync.Syncers.Users;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Sync.Engine;

/// <summary>
/// Reads the tenant into the working file: first what the listings name, then what only makes sense once they are read,
/// then whoever was met but not listed. Every step adds tasks that are not known yet and works the list off, so that
/// doing a step again costs nothing.
/// </summary>
internal sealed class SyncReading(StagingFile file, SyncPlan plan, ProgressBoard board, ISyncReporter reporter, int concurrency, TimeProvider clock)
{
    private const int UnlistedAtATime = 1000;
    private const string ListedKey = "listed";

    /// <summary>Everything that the listings name.</summary>
    public async Task ReadListingsAsync(CancellationToken cancellationToken)
    {
        if (file.ReadOutcomes(cancellationToken) is { Count: > 0 } outcomes)
        {
            board.Restore(outcomes, file.CountRows(cancellationToken));
        }
        else
        {
            file.Commit([plan.Beginning]);
        }

        await WorkAsync(cancellationToken);
        AddGroupTasks(cancellationToken);
        AddUserPermissionTasks(announce: true, cancellationToken);
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
        await FetchUnlistedAsync(SyncPart.Groups, ResourceTypeIds.Group, static id => new StagedTask(UnlistedGroupSyncer.KindName, id), cancellationToken);
        AddGroupTasks(cancellationToken);
        await WorkAsync(cancellationToken);
        await FetchUnlistedAsync(SyncPart.Clients, ResourceTypeIds.Client, static id => new StagedTask(UnlistedClientSyncer.KindName, id), cancellationToken);
        await FetchUnlistedAsync(SyncPart.Users, ResourceTypeIds.User, UnlistedUserSyncer.TaskFor, cancellationToken);
        AddUserPermissionTasks(announce: false, cancellationToken);
        await WorkAsync(cancellationToken);
    }

    /// <summary>Takes out again what turned out to be gone, refused or not provable; done again, it changes nothing.</summary>
    public void LeaveOut(CancellationToken cancellationToken)
    {
        var outcomes = file.ReadOutcomes(cancellationToken);
        foreach (var part in SyncSkips.PartsOf(plan, outcomes))
        {
            foreach (var row in plan.Syncers.Values.Where(syncer => syncer.Info.Part == part).SelectMany(static syncer => syncer.Info.Rows))
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

        foreach (var info in outcomes.Where(static outcome => outcome.LeftOut > 0).Select(outcome => plan.Syncers[outcome.Kind].Info))
        {
            if (info is { SubjectType: { } type, InsideType: null })
            {
                file.DropVanished(info.Kind, type, cancellationToken);
            }
        }
    }

    // A group that is fetched may name another one that was not listed: again, until there is nobody new.
    private async Task FetchUnlistedAsync(SyncPart part, string typeId, Func<string, StagedTask> taskFor, CancellationToken cancellationToken)
    {
        if (!plan.Parts.Reads(part))
        {
            return;
        }

        long known;
        do
        {
            known = file.CountTasks(taskFor("").Kind);
            var after = "";
            while (file.ReadUnknownPrincipals(typeId, after, UnlistedAtATime, cancellationToken) is { Count: > 0 } unknown)
            {
                file.Commit([new StagedBatch { Tasks = [.. unknown.Select(taskFor)] }]);
                await WorkAsync(cancellationToken);
                after = unknown[^1];
            }
        }
        while (file.CountTasks(taskFor("").Kind) > known);
    }

    // Most tenants have no groups: only those that have pay for asking who holds roles through them, and the cheaper way.
    private void AddGroupTasks(CancellationToken cancellationToken)
    {
        var groups = file.CountTasks(GroupMembersSyncer.KindName);
        if (groups == 0)
        {
            return;
        }

        if (plan.Parts.Reads(SyncPart.GroupRoles))
        {
            var roles = file.CountTasks(RoleUsersSyncer.KindName);
            if (roles > 0 && roles < groups && file.CountTasks(GroupRolesSyncer.KindName) == 0)
            {
                file.AddTasksForResources(RoleGroupsSyncer.KindName, ResourceTypeIds.Role, withPayload: true, cancellationToken);
            }
            else
            {
                file.AddTasksForResources(GroupRolesSyncer.KindName, ResourceTypeIds.Group, withPayload: false, cancellationToken);
            }
        }

        if (plan.Parts.Reads(SyncPart.OrganizationGroupRoles))
        {
            file.AddTasksForResources(OrganizationGroupsSyncer.KindName, ResourceTypeIds.Organization, withPayload: true, cancellationToken);
        }
    }

    private void AddUserPermissionTasks(bool announce, CancellationToken cancellationToken)
    {
        if (!plan.Parts.Reads(SyncPart.UserPermissions))
        {
            return;
        }

        file.AddTasksForResources(UserPermissionsSyncer.KindName, ResourceTypeIds.User, withPayload: false, cancellationToken);
        if (announce)
        {
            var users = file.CountTasks(UserPermissionsSyncer.KindName);
            reporter.Announced(string.Create(
                CultureInfo.InvariantCulture,
                $"reading the scopes that users hold directly takes a request for each of {users:N0} users"));
        }
    }

    private async Task WorkAsync(CancellationToken cancellationToken)
    {
        using var listChanged = new Signal();
        var news = new TaskNews();
        await using var writer = new StagingWriter(file, batches =>
        {
            board.Committed(batches);
            if (news.Committed(batches))
            {
                listChanged.Set();
            }
        }, clock);
        await new CollectionRunner(plan, writer, board, listChanged, news, concurrency, clock).RunAsync(cancellationToken);
    }
}
