using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Shell;
using Auth0Connector.MockTenant;

namespace Auth0Connector.Cli.MockTenant;

/// <summary>Reads the options of a mock tenant from the settings.</summary>
internal static class MockTenantReader
{
    public static MockTenantOptions Read(ResolvedSettings settings, Host host)
    {
        RefuseLostBurst(settings);
        return Behaviour(Data(settings), settings, host);
    }

    private static MockTenantOptions Data(ResolvedSettings settings) => new()
    {
        Seed = settings.Number(MockTenantFlags.Seed),
        Users = settings.Number(MockTenantFlags.Users),
        Roles = settings.Number(MockTenantFlags.Roles),
        RoleMembers = settings.Number(MockTenantFlags.RoleMembers),
        LargeRoleMembers = settings.Number(MockTenantFlags.LargeRoleMembers),
        PermissionsPerRole = settings.Number(MockTenantFlags.PermissionsPerRole),
        Organizations = settings.Number(MockTenantFlags.Organizations),
        OrganizationMembers = settings.Number(MockTenantFlags.OrganizationMembers),
        LargeOrganizationMembers = settings.Number(MockTenantFlags.LargeOrganizationMembers),
        EveryoneOrganization = settings.IsOn(MockTenantFlags.EveryoneOrganization),
        Groups = settings.Number(MockTenantFlags.Groups),
        GroupMembers = settings.Number(MockTenantFlags.GroupMembers),
        ResourceServers = settings.Number(MockTenantFlags.ResourceServers),
        Clients = settings.Number(MockTenantFlags.Clients),
        BulkImport = settings.Number(MockTenantFlags.BulkImport),
        UnlistedUsers = settings.Number(MockTenantFlags.UnlistedUsers),
        DeletedUsers = settings.Number(MockTenantFlags.DeletedUsers),
        Oddities = !settings.IsOn(MockTenantFlags.NoOddities),
        Cast = settings.IsOn(MockTenantFlags.Cast),
    };

    private static MockTenantOptions Behaviour(MockTenantOptions data, ResolvedSettings settings, Host host) => data with
    {
        Clock = host.Clock,
        Port = settings.Number(MockTenantFlags.Port),
        Plan = Plan(settings),
        RateLimitPerSecond = settings.Given(MockTenantFlags.RateLimit) is null ? null : settings.Fraction(MockTenantFlags.RateLimit),
        Burst = NumberOrNull(settings, MockTenantFlags.Burst),
        Latency = TimeSpan.FromMilliseconds(settings.Number(MockTenantFlags.Latency)),
        WriteLag = TimeSpan.FromMilliseconds(settings.Number(MockTenantFlags.WriteLag)),
        FaultRate = settings.Fraction(MockTenantFlags.FaultRate),
        Dialects = DialectReader.Read(settings),
        Churn = settings.Number(MockTenantFlags.Churn),
        ChurnSeed = settings.Number(MockTenantFlags.ChurnSeed),
        TokenLifetime = TimeSpan.FromSeconds(settings.Number(MockTenantFlags.TokenLifetime)),
        TokenQuota = NumberOrNull(settings, MockTenantFlags.TokenQuota),
        ClientId = settings.Text(MockTenantFlags.ClientId)!,
        ClientSecret = settings.Text(MockTenantFlags.ClientSecret)!,
        ClientPublicKeyPem = settings.Given(MockTenantFlags.ClientPublicKey) is { } key ? ReadKey(key, host) : null,
        Audience = settings.Text(MockTenantFlags.Audience),
        Scopes = settings.Given(MockTenantFlags.Scopes) is null ? data.Scopes : Words(settings.List(MockTenantFlags.Scopes)),
        GrantTypeAllowed = !settings.IsOn(MockTenantFlags.NoClientCredentials),
        ClientGrant = !settings.IsOn(MockTenantFlags.NoClientGrant),
        TokensNameScopes = !settings.IsOn(MockTenantFlags.NoTokenScopes),
        GroupsFeature = !settings.IsOn(MockTenantFlags.NoGroupsFeature),
        ExportJobs = !settings.IsOn(MockTenantFlags.NoExportJobs),
        FailingExportJobs = settings.Number(MockTenantFlags.FailingExportJobs),
        ExportDuration = TimeSpan.FromMilliseconds(settings.Number(MockTenantFlags.ExportDuration)),
        ExportLinkLifetime = TimeSpan.FromSeconds(settings.Number(MockTenantFlags.ExportLinkLifetime)),
        RequestHistory = settings.Number(MockTenantFlags.RequestHistory),
        LogLines = settings.Number(MockTenantFlags.LogLines),
        LogBodies = !settings.IsOn(MockTenantFlags.NoLogBodies),
    };

    private static string ReadKey(SettingValue key, Host host) =>
        SettingFile.ReadText(host.FullPath(key.Text), $"{key.Label}: {Printable.Short(key.Text)}", "the public key file", mostBytes: 64 * 1024);

    private static RatePlan Plan(ResolvedSettings settings) => settings.Choice(MockTenantFlags.Plan) switch
    {
        "free" => RatePlan.Free,
        "professional" => RatePlan.Professional,
        "enterprise" => RatePlan.Enterprise,
        "private-cloud" => RatePlan.PrivateCloud,
        _ => RatePlan.None,
    };

    // A token's own list of scopes is separated by blanks.
    private static IReadOnlyList<string> Words(IReadOnlyList<string> texts) =>
        [.. texts.SelectMany(static text => text.Split(' ', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];

    private static int? NumberOrNull(ResolvedSettings settings, SettingDefinition setting) =>
        settings.Given(setting) is null ? null : settings.Number(setting);

    private static void RefuseLostBurst(ResolvedSettings settings)
    {
        if (settings.Given(MockTenantFlags.Burst) is { } burst && settings.Given(MockTenantFlags.RateLimit) is null)
        {
            throw new UsageException($"{burst.Label}: has no effect without --rate-limit; add it or leave this out");
        }
    }
}
