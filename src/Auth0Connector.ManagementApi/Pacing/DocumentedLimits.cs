namespace Auth0Connector.ManagementApi.Pacing;

/// <summary>
/// The documented buckets (API reference, section 7): only a first guess, until the headers say what the tenant has.
/// </summary>
internal static class DocumentedLimits
{
    // Group, burst, refill a second. Where plans share a burst, the one for production stands.
    private static readonly (RateGroup Group, int Burst, double PerSecond)[] Rows =
    [
        (RateGroup.Other, 2, 2),
        (RateGroup.Other, 10, 2.5),
        (RateGroup.Other, 20, 20),
        (RateGroup.Other, 50, 16),
        (RateGroup.Other, 250, 500),
        (RateGroup.Other, 750, 1500),
        (RateGroup.Users, 40, 500 / 60.0),
        (RateGroup.Organizations, 5, 50 / 60.0),
        (RateGroup.Organizations, 10, 100 / 60.0),
        (RateGroup.Organization, 20, 200 / 60.0),
        (RateGroup.Organization, 10, 100 / 60.0),
        (RateGroup.OrganizationMembers, 20, 200 / 60.0),
        (RateGroup.OrganizationMembers, 40, 500 / 60.0),
        (RateGroup.UserOrganizations, 40, 500 / 60.0),
        (RateGroup.MemberRoles, 20, 200 / 60.0),
        (RateGroup.OrganizationConnections, 5, 50 / 60.0),
        (RateGroup.OrganizationConnections, 10, 100 / 60.0),
        (RateGroup.OrganizationClientGrants, 10, 100 / 60.0),
        (RateGroup.Logs, 10, 100 / 60.0),
        (RateGroup.Clients, 5, 100 / 60.0),
        (RateGroup.ClientSearch, 5, 150 / 60.0),
        (RateGroup.Connections, 5, 50 / 60.0),
        (RateGroup.UserWrites, 20, 200 / 60.0),
        (RateGroup.MemberWrites, 20, 200 / 60.0),
        (RateGroup.MemberRoleWrites, 20, 200 / 60.0),
    ];

    /// <summary>Smallest documented bucket of all, that of the free plan.</summary>
    public const int SmallestBurst = 2;

    /// <summary>Refill a second that a bucket of this size probably has.</summary>
    public static double Refill(RateGroup group, int burst) =>
        // A size that the group has in no plan speaks for the bucket that everything shares. No documented bucket takes
        // longer than ten seconds to fill, so the last guess is on the safe side.
        Find(group, burst) ?? Find(RateGroup.Other, burst) ?? Math.Max(0.1, burst / 10.0);

    /// <summary>Whether some plan gives the group a bucket of its own of this size.</summary>
    public static bool IsOwn(RateGroup group, int burst) => Find(group, burst) is not null;

    /// <summary>Smallest documented bucket of a group's own; that of the free plan where it has none.</summary>
    public static int LeastBurst(RateGroup group)
    {
        var own = Rows.Where(row => row.Group == group).ToList();
        return own.Count == 0 ? SmallestBurst : own.Min(static row => row.Burst);
    }

    private static double? Find(RateGroup group, int burst)
    {
        foreach (var row in Rows)
        {
            if (row.Group == group && row.Burst == burst)
            {
                return row.PerSecond;
            }
        }

        return null;
    }
}
