namespace Auth0Connector.Sync.Preflight;

/// <summary>
/// How many requests a sync makes, from the totals that the tenant states. What no total tells (members of an ordinary
/// role) counts as one page.
/// </summary>
internal static class RequestEstimate
{
    private const int PageSize = 100;
    private const int SearchCap = 1000;

    // The probe, the job, a few looks at it, the download, and the recount afterwards.
    private const int ExportRequests = 10;

    public static long Of(SyncPart part, SyncSettings settings, IReadOnlyDictionary<SyncPart, long> totals)
    {
        var users = Total(SyncPart.Users);
        var roles = Total(SyncPart.Roles);
        var organizations = Total(SyncPart.Organizations);
        var groups = Total(SyncPart.Groups);
        return part switch
        {
            SyncPart.Users => Users(users, settings.UsersVia),
            SyncPart.Roles or SyncPart.Organizations or SyncPart.ResourceServers or SyncPart.Clients => Pages(Total(part)),
            SyncPart.RoleUsers or SyncPart.RolePermissions => roles,
            // By number one page is enough for most of them (API reference, section 3.3).
            SyncPart.OrganizationMembers or SyncPart.OrganizationOwnedRoles or SyncPart.OrganizationConnections => organizations,
            SyncPart.Groups => Pages(groups) + groups,
            SyncPart.GroupRoles => Math.Min(groups, Math.Max(roles, 1)),
            SyncPart.OrganizationGroupRoles => groups == 0 ? 0 : organizations,
            SyncPart.UserPermissions => users,
            SyncPart.ClientGrants => Pages(Total(SyncPart.Clients)),
            _ => 0,
        };

        long Total(SyncPart of) => totals.GetValueOrDefault(of);
    }

    private static long Users(long users, UsersVia via)
    {
        if (users <= SearchCap && via != UsersVia.Export)
        {
            return Pages(users);
        }

        // Windows are cut for half of what search lists, and cutting costs a request for each.
        return via == UsersVia.Search ? Pages(users) + (users / (SearchCap / 2)) + ExportRequests : ExportRequests;
    }

    private static long Pages(long records) => (records / PageSize) + 1;
}
