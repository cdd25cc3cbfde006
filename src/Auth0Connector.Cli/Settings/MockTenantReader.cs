using Auth0Connector.MockTenant;

namespace Auth0Connector.Cli.Settings;

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
        Seed = settings.Number(MockTenantTable.Seed),
        Users = settings.Number(MockTenantTable.Users),
        Roles = settings.Number(MockTenantTable.Roles),
        RoleMembers = settings.Number(MockTenantTable.RoleMembers),
        LargeRoleMembers = settings.Number(MockTenantTable.LargeRoleMembers),
        PermissionsPerRole = settings.Number(MockTenantTable.PermissionsPerRole),
        Organizations = settings.Number(MockTenantTable.Organizations),
        OrganizationMembers = settings.Number(MockTenantTable.OrganizationMembers),
        LargeOrganizationMembers = settings.Number(MockTenantTable.LargeOrganizationMembers),
        EveryoneOrganization = settings.IsOn(MockTenantTable.EveryoneOrganization),
        Groups = settings.Number(MockTenantTable.Groups),
        GroupMembers = settings.Number(MockTenantTable.GroupMembers),
        ResourceServers = settings.Number(MockTenantTable.ResourceServers),
        Clients = settings.Number(MockTenantTable.Clients),
        BulkImport = settings.Number(MockTenantTable.BulkImport),
        UnlistedUsers = settings.Number(MockTenantTable.UnlistedUsers),
        DeletedUsers = settings.Number(MockTenantTable.DeletedUsers),
        Oddities = !settings.IsOn(MockTenantTable.NoOddities),
        Cast = settings.IsOn(MockTenantTable.Cast),
    };

    private static MockTenantOptions Behaviour(MockTenantOptions data, ResolvedSettings settings, Host host) => data with
    {
        Clock = host.Clock,
        Port = settings.Number(MockTenantTable.Port),
        Plan = Plan(settings),
        RateLimitPerSecond = settings.Given(MockTenantTable.RateLimit) is null ? null : settings.Fraction(MockTenantTable.RateLimit),
        Burst = NumberOrNull(settings, MockTenantTable.Burst),
        Latency = TimeSpan.FromMilliseconds(settings.Number(MockTenantTable.Latency)),
        WriteLag = TimeSpan.FromMilliseconds(settings.Number(MockTenantTable.WriteLag)),
        FaultRate = settings.Fraction(MockTenantTable.FaultRate),
        Dialects = DialectReader.Read(settings),
        Churn = settings.Number(MockTenantTable.Churn),
        ChurnSeed = settings.Number(MockTenantTable.ChurnSeed),
        TokenLifetime = TimeSpan.FromSeconds(settings.Number(MockTenantTable.TokenLifetime)),
        TokenQuota = NumberOrNull(settings, MockTenantTable.TokenQuota),
        ClientId = settings.Text(MockTenantTable.ClientId)!,
        ClientSecret = settings.Text(MockTenantTable.ClientSecret)!,
        ClientPublicKeyPem = settings.Given(MockTenantTable.ClientPublicKey) is { } key ? ReadKey(key, host) : null,
        Audience = settings.Text(MockTenantTable.Audience),
        Scopes = settings.Given(MockTenantTable.Scopes) is null ? data.Scopes : Words(settings.List(MockTenantTable.Scopes)),
        GrantTypeAllowed = !settings.IsOn(MockTenantTable.NoClientCredentials),
        ClientGrant = !settings.IsOn(MockTenantTable.NoClientGrant),
        TokensNameScopes = !settings.IsOn(MockTenantTable.NoTokenScopes),
        GroupsFeature = !settings.IsOn(MockTenantTable.NoGroupsFeature),
        ExportJobs = !settings.IsOn(MockTenantTable.NoExportJobs),
        FailingExportJobs = settings.Number(MockTenantTable.FailingExportJobs),
        ExportDuration = TimeSpan.FromMilliseconds(settings.Number(MockTenantTable.ExportDuration)),
        ExportLinkLifetime = TimeSpan.FromSeconds(settings.Number(MockTenantTable.ExportLinkLifetime)),
        RequestHistory = settings.Number(MockTenantTable.RequestHistory),
    };

    private static string ReadKey(SettingValue key, Host host) =>
        SettingFile.ReadText(host.FullPath(key.Text), $"{key.Label}: {SettingCheck.Shown(key.Text)}", "the public key file", mostBytes: 64 * 1024);

    private static RatePlan Plan(ResolvedSettings settings) => settings.Choice(MockTenantTable.Plan) switch
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
        if (settings.Given(MockTenantTable.Burst) is { } burst && settings.Given(MockTenantTable.RateLimit) is null)
        {
            throw new ConfigurationException($"{burst.Label}: has no effect without --rate-limit; add it or leave this out");
        }
    }
}
