using System.Runtime.CompilerServices;

namespace Auth0Connector.MockTenant;

internal static class OptionRules
{
    public static void Check(MockTenantOptions options)
    {
        InRange(options.Port, 0, 65_535);
        InRange(options.Users, 0, 5_000_000);
        InRange(options.Roles, 0, 1_000_000);
        InRange(options.RoleMembers, 0, int.MaxValue);
        InRange(options.LargeRoleMembers, 0, int.MaxValue);
        InRange(options.Organizations, 0, 2_000_000);
        InRange(options.OrganizationMembers, 0, int.MaxValue);
        InRange(options.LargeOrganizationMembers, 0, int.MaxValue);
        InRange(options.Groups, 0, 1_000_000);
        InRange(options.GroupMembers, 0, int.MaxValue);
        InRange(options.ResourceServers, 0, 100_000);
        InRange(options.PermissionsPerRole, 0, 1000);
        InRange(options.Clients, 0, 100_000);
        InRange(options.BulkImport, 0, int.MaxValue);
        InRange(options.UnlistedUsers, 0, options.Users);
        InRange(options.DeletedUsers, 0, 1_000_000);
        InRange(options.FaultRate, 0, 1);
        InRange(options.RateLimitPerSecond ?? 1, 0.001, 1_000_000);
        InRange(options.Burst ?? 1, 1, int.MaxValue);
        InRange(options.TokenLifetime.TotalSeconds, 0, int.MaxValue);
        InRange(options.WriteLag.TotalSeconds, 0, 3600);
        InRange(options.Latency.TotalSeconds, 0, 3600);
        InRange(options.Churn, 0, 10_000);
        InRange(options.LogLines, 0, 10_000_000);
        foreach (var (name, listing) in options.Dialects.Select(MockDialects.Split))
        {
            Known(name, listing);
        }
    }

    private static void Known(string name, string? listing)
    {
        var dialect = MockDialects.All.FirstOrDefault(x => x.Name == name)
            ?? throw new ArgumentException($"'{name}' is no dialect.", nameof(name));
        if (listing is not null && !dialect.Listings.Contains(listing, StringComparer.Ordinal))
        {
            throw new ArgumentException($"The dialect '{name}' has no meaning at '{listing}'.", nameof(listing));
        }
    }

    private static void InRange(double value, double least, double most, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (!(value >= least && value <= most))
        {
            throw new ArgumentException($"{name} is {value}; it must be from {least} to {most}.", nameof(value));
        }
    }
}
