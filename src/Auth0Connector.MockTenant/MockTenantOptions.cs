namespace Auth0Connector.MockTenant;

/// <summary>What the mock tenant holds and how it behaves. The same options always give the same tenant.</summary>
public sealed record MockTenantOptions
{
    /// <summary>The client id that the token endpoint knows when none is given.</summary>
    public const string DefaultClientId = "mock-tenant-client-0123456789abc";

    /// <summary>The secret of <see cref="DefaultClientId"/>. It opens nothing but this mock.</summary>
    public const string DefaultClientSecret = "mock-tenant-secret-for-tests-only-not-a-credential";

    /// <summary>People of the cast, see <see cref="Cast"/>.</summary>
    public const int CastSize = Data.Cast.Size;

    /// <summary>Lines of its log that it keeps; older ones fall out, as by a plan's retention. Default 100,000.</summary>
    public int LogLines { get; init; } = 100_000;

    /// <summary>Whether its log tells what was sent and answered. Default true.</summary>
    public bool LogBodies { get; init; } = true;

    /// <summary>TCP port on 127.0.0.1; 0 (the default) takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Seed of all names, ids, memberships and injected faults. Default 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>People in the tenant, the odd ones among them. Default 900.</summary>
    public int Users { get; init; } = 900;

    /// <summary>Tenant-wide roles, the special ones among them. Default 12.</summary>
    public int Roles { get; init; } = 12;

    /// <summary>Members of an ordinary role. Default 25.</summary>
    public int RoleMembers { get; init; } = 25;

    /// <summary>Members of the last role instead of <see cref="RoleMembers"/>; 0 (the default) leaves it ordinary.</summary>
    public int LargeRoleMembers { get; init; }

    /// <summary>Organizations, the special ones among them. Default 20.</summary>
    public int Organizations { get; init; } = 20;

    /// <summary>Members of an ordinary organization. Default 15.</summary>
    public int OrganizationMembers { get; init; } = 15;

    /// <summary>Members of one organization instead of <see cref="OrganizationMembers"/>; 0 (the default) for none.</summary>
    public int LargeOrganizationMembers { get; init; }

    /// <summary>Makes everybody a member of the last organization. Default false.</summary>
    public bool EveryoneOrganization { get; init; }

    /// <summary>Enterprise groups. Default 8.</summary>
    public int Groups { get; init; } = 8;

    /// <summary>People directly in an ordinary group. Default 12.</summary>
    public int GroupMembers { get; init; } = 12;

    /// <summary>The tenant's own APIs; the system API "Auth0 Management API" comes on top. Default 3.</summary>
    public int ResourceServers { get; init; } = 3;

    /// <summary>Permissions of an ordinary role. Default 5.</summary>
    public int PermissionsPerRole { get; init; } = 5;

    /// <summary>Applications; the tenant's global client comes on top. Default 10.</summary>
    public int Clients { get; init; } = 10;

    /// <summary>So many people share one created_at millisecond, as after an import. Default 0.</summary>
    public int BulkImport { get; init; }

    /// <summary>
    /// So many people answer by id and appear in roles and organizations, but are missing from search and
    /// export: the search index is eventually consistent. Default 0.
    /// </summary>
    public int UnlistedUsers { get; init; }

    /// <summary>So many deleted people still appear in memberships and answer 404 by id. Default 0.</summary>
    public int DeletedUsers { get; init; }

    /// <summary>Includes awkward ids, drifting types, and the special roles, organizations and groups. Default true.</summary>
    public bool Oddities { get; init; } = true;

    /// <summary>
    /// Adds four people whom a manual can name, Ada Lovelace among them, the roles Admin and Accountant, the organization
    /// acme and the permission read:invoices; on top of <see cref="Users"/>. Default false.
    /// </summary>
    public bool Cast { get; init; }

    /// <summary>Refill of the one bucket for everything, in requests per second; null (the default) sets no limit.</summary>
    public double? RateLimitPerSecond { get; init; }

    /// <summary>Size of that bucket; the refill of one second when null.</summary>
    public int? Burst { get; init; }

    /// <summary>Buckets as documented for a subscription; ignored when <see cref="RateLimitPerSecond"/> is set. Default none.</summary>
    public RatePlan Plan { get; init; }

    /// <summary>Waits this long before every answer. Default zero.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>So long after a write do member listings and the user search still show what was before. Default zero.</summary>
    public TimeSpan WriteLag { get; init; }

    /// <summary>Share (0 to 1) of answers replaced by a passing fault, chosen from the seed. Default 0.</summary>
    public double FaultRate { get; init; }

    /// <summary>Life of an access token. Default 24 hours, the Management API's own.</summary>
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Tokens that the client may ask for before the quota answers 429; null (the default) for no quota.</summary>
    public int? TokenQuota { get; init; }

    /// <summary>The one client the token endpoint knows.</summary>
    public string ClientId { get; init; } = DefaultClientId;

    /// <summary>Its secret.</summary>
    public string ClientSecret { get; init; } = DefaultClientSecret;

    /// <summary>Public RSA key in PEM. When set, the client authenticates by private_key_jwt and its secret is refused.</summary>
    public string? ClientPublicKeyPem { get; init; }

    /// <summary>Identifier of the Management API; null (the default) means <c>{BaseUrl}api/v2/</c>.</summary>
    public string? Audience { get; init; }

    /// <summary>Scopes granted to the client. Default: every read scope that a complete sync asks for.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = MockTenantScopes.Read;

    /// <summary>False answers POST /jobs/users-exports with 403. Default true.</summary>
    public bool ExportJobs { get; init; } = true;

    /// <summary>The first so many export jobs fail. Default 0.</summary>
    public int FailingExportJobs { get; init; }

    /// <summary>Time from creation to completion of an export job, pending at first, then processing. Default 300 ms.</summary>
    public TimeSpan ExportDuration { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>Life of a download link. Default 60 seconds, the Management API's own.</summary>
    public TimeSpan ExportLinkLifetime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>False answers everything about groups with 403 insufficient_entitlement. Default true.</summary>
    public bool GroupsFeature { get; init; } = true;

    /// <summary>False makes the token endpoint refuse client_credentials for the client. Default true.</summary>
    public bool GrantTypeAllowed { get; init; } = true;

    /// <summary>False leaves the scopes out of the token's answer, as some tenants do. Default true.</summary>
    public bool TokensNameScopes { get; init; } = true;

    /// <summary>False means that the client was never authorized for the Management API. Default true.</summary>
    public bool ClientGrant { get; init; } = true;

    /// <summary>
    /// Odd ways to answer, each the name of a dialect (<see cref="MockDialects.All"/>), or <c>NAME@LISTING</c> for one listing
    /// (<see cref="MockListings.All"/>). Default: none.
    /// </summary>
    public IReadOnlyList<string> Dialects { get; init; } = [];

    /// <summary>
    /// So many changes of people, roles, organizations, groups and who holds what happen during every hundred requests.
    /// Default 0.
    /// </summary>
    public int Churn { get; init; }

    /// <summary>Seed of the schedule of changes, by the number of the request; 0 (the default) takes <see cref="Seed"/>.</summary>
    public int ChurnSeed { get; init; }

    /// <summary>Changes at exact requests, besides <see cref="Churn"/>. For tests in the same process.</summary>
    public IReadOnlyList<MockChange> Changes { get; init; } = [];

    /// <summary>Whether the tenant changes by itself; its things are then listed by id, so that new ones stand anywhere.</summary>
    internal bool IsChurned => Churn > 0 || Changes.Count > 0;

    /// <summary>Clock of tokens, links, limits and latency. Default: the system's.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Latest requests kept for inspection. Default 20,000.</summary>
    public int RequestHistory { get; init; } = 20_000;

    /// <summary>Decides a fault for one request; null leaves it alone. For tests in the same process.</summary>
    public Func<MockRequest, MockFault?>? Script { get; init; }
}
