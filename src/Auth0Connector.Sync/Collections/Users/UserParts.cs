using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi;
using Auth0Connector.Sync.Parts;
using Auth0Connector.Sync.Settings;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Sync.Collections.Users;

/// <summary>The users of a tenant, by whichever way lists them all.</summary>
internal static class UserParts
{
    public const string UnlistedKind = "unlisted-user";

    // The probe, the job, a few looks at it, the download, and the recount afterwards.
    private const int ExportRequests = 10;

    public static PartDefinition Users { get; } = new(ResourceTypeIds.User, ScopeNeed.Of(PartWords.Users, "read:users"))
    {
        Types = [ResourceTypeIds.User],
        WantedWhen = static asked => asked.Has(ResourceTypeIds.User),
        Count = static async (api, cancellationToken) => (await api.PeekUsersAsync(query: null, sort: null, cancellationToken)).StatedTotal,
        Estimate = static (own, totals) => Requests(own, totals.Settings.UsersVia),
        FirstTask = UsersSyncer.KindName,
        LeadsFar = true,
        UnlistedTask = UnlistedKind,
        ById = static async (api, _, id, cancellationToken) =>
            await api.FindUserAsync(id, cancellationToken) is { } user ? new StagedBatch { Resources = [UserPages.Row(user, id)] } : null,
    };

    public static IReadOnlyList<ICollectionSyncer> Syncers(ManagementApiClient api, SyncParts parts) =>
    [
        new UsersSyncer(api, parts.Settings.UsersVia),
        new UserRangesSyncer(api),
        new UserExportSyncer(api, parts.Settings.UsersVia),
        new UserWindowSyncer(api),
        new UserRecountSyncer(api),
        new UnlistedSyncer(api, parts, Users, "GET /users/{id}", UsersSyncer.KindName),
    ];

    private static long Requests(long users, UsersVia via)
    {
        if (users <= UsersSyncer.SearchCap && via != UsersVia.Export)
        {
            return RequestTotals.Pages(users);
        }

        // Windows are cut for half of what search lists, and cutting costs a request for each.
        return via == UsersVia.Search ? RequestTotals.Pages(users) + (users / (UsersSyncer.SearchCap / 2)) + ExportRequests : ExportRequests;
    }
}
