using System.Globalization;
using Auth0Connector.Cli.Settings;
using Auth0Connector.MockTenant;

namespace Auth0Connector.Cli.MockTenant;

/// <summary>The settings of <c>mock-tenant</c>, with the defaults of the mock tenant itself.</summary>
internal static class MockTenantFlags
{
    private static readonly MockTenantOptions Usual = new();

    public static readonly SettingDefinition Port =
        Count("port", SettingGroup.MockBehaviour, "Port on 127.0.0.1; 0 takes a free one.", 8089, most: 65_535);

    public static readonly SettingDefinition Seed =
        Count("seed", SettingGroup.MockData, "The same seed and flags always give the same tenant.", Usual.Seed, most: int.MaxValue);

    public static readonly SettingDefinition Users = Count("users", SettingGroup.MockData, "People.", Usual.Users, most: 5_000_000);

    public static readonly SettingDefinition Roles = Count("roles", SettingGroup.MockData, "Roles.", Usual.Roles);

    public static readonly SettingDefinition RoleMembers =
        Count("role-members", SettingGroup.MockData, "Members of an ordinary role.", Usual.RoleMembers);

    public static readonly SettingDefinition LargeRoleMembers =
        Count("large-role-members", SettingGroup.MockData, "Members of one large role; 0 for none.", Usual.LargeRoleMembers);

    public static readonly SettingDefinition Organizations =
        Count("organizations", SettingGroup.MockData, "Organizations.", Usual.Organizations);

    public static readonly SettingDefinition OrganizationMembers =
        Count("organization-members", SettingGroup.MockData, "Members of an ordinary organization.", Usual.OrganizationMembers);

    public static readonly SettingDefinition LargeOrganizationMembers =
        Count("large-organization-members", SettingGroup.MockData, "Members of one large organization; 0 for none.", Usual.LargeOrganizationMembers);

    public static readonly SettingDefinition EveryoneOrganization =
        new("everyone-organization", SettingKind.Switch, SettingGroup.MockData, "Everybody is a member of the last organization.");

    public static readonly SettingDefinition Groups = Count("groups", SettingGroup.MockData, "Groups.", Usual.Groups);

    public static readonly SettingDefinition GroupMembers =
        Count("group-members", SettingGroup.MockData, "Members of an ordinary group.", Usual.GroupMembers);

    public static readonly SettingDefinition ResourceServers =
        Count("resource-servers", SettingGroup.MockData, "The tenant's own APIs, besides the system's.", Usual.ResourceServers, most: 100_000);

    public static readonly SettingDefinition PermissionsPerRole =
        Count("permissions-per-role", SettingGroup.MockData, "Permissions of an ordinary role.", Usual.PermissionsPerRole, most: 1000);

    public static readonly SettingDefinition Clients =
        Count("clients", SettingGroup.MockData, "Applications, besides the global one.", Usual.Clients, most: 100_000);

    public static readonly SettingDefinition UnlistedUsers =
        Count("unlisted-users", SettingGroup.MockData, "So many people exist but are missing from search and export.", Usual.UnlistedUsers, most: 5_000_000);

    public static readonly SettingDefinition DeletedUsers =
        Count("deleted-users", SettingGroup.MockData, "So many deleted people still appear in memberships (404 by id).", Usual.DeletedUsers);

    public static readonly SettingDefinition BulkImport =
        Count("bulk-import", SettingGroup.MockData, "So many people were created in one millisecond.", Usual.BulkImport, most: 5_000_000);

    public static readonly SettingDefinition NoOddities =
        new("no-oddities", SettingKind.Switch, SettingGroup.MockData, "Leave out awkward ids, drifting types and special roles, organizations and groups.");

    public static readonly SettingDefinition Cast =
        new("cast", SettingKind.Switch, SettingGroup.MockData, "Add four people whom the manual names, such as Ada Lovelace, with the roles Admin and Accountant, the organization acme and the permission read:invoices.");

    public static readonly SettingDefinition Plan =
        new("plan", SettingKind.Choice, SettingGroup.MockBehaviour, "Rate limits as documented for a subscription: none, free, professional, enterprise or private-cloud.")
        {
            Placeholder = "PLAN",
            Choices = ["none", "free", "professional", "enterprise", "private-cloud"],
            Default = "none",
        };

    public static readonly SettingDefinition RateLimit =
        new("rate-limit", SettingKind.Fraction, SettingGroup.MockBehaviour, "One bucket for everything instead of a plan: requests a second.")
        {
            Placeholder = "N",
            DefaultInWords = "no limit",
            Least = 0,
            Most = 1_000_000,
        };

    public static readonly SettingDefinition Burst =
        new("burst", SettingKind.Number, SettingGroup.MockBehaviour, "Size of that bucket.")
        {
            Placeholder = "N",
            DefaultInWords = "those of one second",
            Least = 1,
            Most = int.MaxValue,
        };

    public static readonly SettingDefinition Latency =
        Count("latency", SettingGroup.MockBehaviour, "Milliseconds before every answer.", 0, most: 3_600_000);

    public static readonly SettingDefinition WriteLag =
        Count("write-lag", SettingGroup.MockBehaviour, "Milliseconds after a write in which member listings and the search show what was before.", 0, most: 3_600_000);

    public static readonly SettingDefinition FaultRate =
        new("fault-rate", SettingKind.Fraction, SettingGroup.MockBehaviour, "Share of answers (0 to 1) that are faults: 500, 503, cut bodies, resets, HTML.")
        {
            Placeholder = "SHARE",
            Default = "0",
            Least = 0,
            Most = 1,
        };

    public static readonly SettingDefinition Dialects =
        new("dialect", SettingKind.List, SettingGroup.MockBehaviour, "An odd way to answer, NAME or NAME@LISTING; repeatable. docs/mock-tenant.md lists them.")
        {
            Placeholder = "NAME",
            DefaultInWords = "none",
            Example = "bare-pages@roles",
        };

    public static readonly SettingDefinition Churn =
        Count("churn", SettingGroup.MockBehaviour, "So many changes of people, roles, organizations, groups and who holds what during every 100 requests.", Usual.Churn, most: 10_000);

    public static readonly SettingDefinition ChurnSeed =
        Count("churn-seed", SettingGroup.MockBehaviour, "Seed of the schedule of those changes; 0 takes --seed.", Usual.ChurnSeed, most: int.MaxValue);

    public static readonly SettingDefinition TokenLifetime =
        Count("token-ttl", SettingGroup.MockBehaviour, "Seconds that a token lives.", (int)Usual.TokenLifetime.TotalSeconds, most: int.MaxValue);

    public static readonly SettingDefinition TokenQuota =
        new("token-quota", SettingKind.Number, SettingGroup.MockBehaviour, "Tokens before the quota answers 429.")
        {
            Placeholder = "N",
            DefaultInWords = "no quota",
            Least = 0,
            Most = int.MaxValue,
        };

    public static readonly SettingDefinition ClientId = Text("client-id", "ID", "The one client that it knows.", Usual.ClientId);

    public static readonly SettingDefinition ClientSecret =
        Text("client-secret", "TEXT", "Its secret, which opens nothing but this mock.", Usual.ClientSecret);

    public static readonly SettingDefinition ClientPublicKey =
        new("client-public-key", SettingKind.Text, SettingGroup.MockBehaviour, "RSA public key in PEM form: the client authenticates by Private Key JWT, its secret is refused.")
        {
            Placeholder = "PATH",
            Example = "client.pub.pem",
        };

    public static readonly SettingDefinition Audience =
        new("audience", SettingKind.Text, SettingGroup.MockBehaviour, "Identifier of its Management API, as behind a custom domain.")
        {
            Placeholder = "URL",
            DefaultInWords = "its own address with /api/v2/",
            Example = "https://acme.eu.auth0.com/api/v2/",
        };

    public static readonly SettingDefinition Scopes =
        new("scopes", SettingKind.List, SettingGroup.MockBehaviour, "Scopes that a token gets.")
        {
            Placeholder = "SCOPES",
            DefaultInWords = "every read scope",
            Example = "read:users,read:roles",
        };

    public static readonly SettingDefinition NoTokenScopes =
        new("no-token-scopes", SettingKind.Switch, SettingGroup.MockBehaviour, "Give tokens without saying which scopes they carry.");

    public static readonly SettingDefinition NoGroupsFeature =
        new("no-groups-feature", SettingKind.Switch, SettingGroup.MockBehaviour, "Answer 403 to everything about groups, as plans without them do.");

    public static readonly SettingDefinition NoExportJobs =
        new("no-export-jobs", SettingKind.Switch, SettingGroup.MockBehaviour, "Refuse export jobs with 403.");

    public static readonly SettingDefinition FailingExportJobs =
        Count("failing-export-jobs", SettingGroup.MockBehaviour, "The first so many export jobs fail.", Usual.FailingExportJobs, most: int.MaxValue);

    public static readonly SettingDefinition ExportDuration =
        Count("export-duration", SettingGroup.MockBehaviour, "Milliseconds from an export job's creation to its end.", (int)Usual.ExportDuration.TotalMilliseconds, most: 3_600_000);

    public static readonly SettingDefinition ExportLinkLifetime =
        Count("export-link-ttl", SettingGroup.MockBehaviour, "Seconds that a download link lives.", (int)Usual.ExportLinkLifetime.TotalSeconds, most: int.MaxValue);

    public static readonly SettingDefinition NoClientCredentials =
        new("no-client-credentials", SettingKind.Switch, SettingGroup.MockBehaviour, "Refuse tokens: the client may not use client_credentials.");

    public static readonly SettingDefinition NoClientGrant =
        new("no-client-grant", SettingKind.Switch, SettingGroup.MockBehaviour, "Refuse tokens: the client was never authorized for the Management API.");

    public static readonly SettingDefinition RequestHistory =
        Count("request-history", SettingGroup.MockBehaviour, "Latest requests kept for /control/requests/recent.", Usual.RequestHistory);

    public static readonly SettingDefinition LogLines =
        Count("log-lines", SettingGroup.MockBehaviour, "Lines that the tenant's log keeps (GET /api/v2/logs, scope read:logs).", Usual.LogLines);

    public static readonly SettingDefinition NoLogBodies =
        new("no-log-bodies", SettingKind.Switch, SettingGroup.MockBehaviour, "Keep silent in the log about what was sent and answered.");

    /// <summary>All that shape the tenant, in the order of help.</summary>
    public static IReadOnlyList<SettingDefinition> Tenant { get; } =
    [
        Seed, Users, Roles, RoleMembers, LargeRoleMembers, PermissionsPerRole,
        Organizations, OrganizationMembers, LargeOrganizationMembers, EveryoneOrganization, Groups, GroupMembers,
        ResourceServers, Clients, BulkImport, UnlistedUsers, DeletedUsers, NoOddities, Cast,
        Port, Plan, RateLimit, Burst, Latency, WriteLag, FaultRate, Dialects, Churn, ChurnSeed, TokenLifetime, TokenQuota, ClientId, ClientSecret, ClientPublicKey,
        Audience, Scopes, NoClientCredentials, NoClientGrant, NoTokenScopes, NoGroupsFeature,
        NoExportJobs, FailingExportJobs, ExportDuration, ExportLinkLifetime, RequestHistory, LogLines, NoLogBodies,
    ];

    private static SettingDefinition Text(string name, string placeholder, string help, string usual) =>
        new(name, SettingKind.Text, SettingGroup.MockBehaviour, help) { Placeholder = placeholder, Default = usual };

    private static SettingDefinition Count(string name, SettingGroup group, string help, int usual, long most = 1_000_000) =>
        new(name, SettingKind.Number, group, help)
        {
            Placeholder = "N",
            Default = usual.ToString(CultureInfo.InvariantCulture),
            Least = 0,
            Most = most,
        };
}
