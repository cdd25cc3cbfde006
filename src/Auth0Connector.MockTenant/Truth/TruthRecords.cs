namespace Auth0Connector.MockTenant;

/// <summary>A person who exists. Attributes of a type that is not the documented one are null, as if absent. Listed is false
/// when search and export do not know the person; Blocked is true only when the API says so.</summary>
public sealed record TruthUser(
    string Id,
    string? Name,
    string? Nickname,
    string? GivenName,
    string? FamilyName,
    string? Email,
    bool? EmailVerified,
    string? Username,
    string? PhoneNumber,
    bool Blocked,
    DateTimeOffset? CreatedAt,
    DateTimeOffset? UpdatedAt,
    DateTimeOffset? LastLogin,
    int? LoginsCount,
    string? Connection,
    string? Provider,
    int LinkedIdentities,
    bool HasMultifactor,
    bool Listed);

/// <summary>A role of the tenant, or of one organization.</summary>
public sealed record TruthRole(string Id, string Name, string? Description, string? OwnerOrganizationId);

/// <summary>An organization.</summary>
public sealed record TruthOrganization(string Id, string Name, string? DisplayName);

/// <summary>A role held by a person in the whole tenant.</summary>
public sealed record TruthRoleAssignment(string RoleId, string UserId);

/// <summary>A member of an organization, with the roles held inside it.</summary>
public sealed record TruthMembership(string OrganizationId, string UserId, IReadOnlyList<string> RoleIds);

/// <summary>An enterprise group.</summary>
public sealed record TruthGroup(string Id, string Name, string? OrganizationId);

/// <summary>A member of a group; <paramref name="MemberType"/> is <c>user</c> or <c>group</c>.</summary>
public sealed record TruthGroupMember(string GroupId, string MemberId, string MemberType);

/// <summary>A role held by a group in the whole tenant.</summary>
public sealed record TruthGroupRole(string GroupId, string RoleId);

/// <summary>A role held by a group inside an organization.</summary>
public sealed record TruthOrganizationGroupRole(string OrganizationId, string GroupId, string RoleId);

/// <summary>An API.</summary>
public sealed record TruthResourceServer(string Id, string Identifier, string Name, bool IsSystem);

/// <summary>A scope of an API.</summary>
public sealed record TruthScope(string Identifier, string Value, string? Description);

/// <summary>A permission that a role holds.</summary>
public sealed record TruthRoleScope(string RoleId, string Identifier, string Scope);

/// <summary>A connection of an organization where whoever signs in becomes a member.</summary>
public sealed record TruthAutomaticMembership(string OrganizationId, string Connection);

/// <summary>A permission that a person holds directly.</summary>
public sealed record TruthUserScope(string UserId, string Identifier, string Scope);

/// <summary>Somebody whose sessions and refresh tokens were ended.</summary>
public sealed record TruthEndedAccess(string UserId);

/// <summary>An application.</summary>
public sealed record TruthClient(string ClientId, string Name, string AppType, bool IsFirstParty);

/// <summary>What an application may call; without a client it stands for all third-party ones.</summary>
public sealed record TruthClientGrant(
    string Id,
    string? ClientId,
    string Audience,
    IReadOnlyList<string> Scopes,
    bool AllowAllScopes,
    string SubjectType,
    string? DefaultFor);

/// <summary>A client grant that an organization was given.</summary>
public sealed record TruthOrganizationClientGrant(string OrganizationId, string GrantId);

/// <summary>What a person allowed an application to do in the person's name.</summary>
public sealed record TruthConsent(string Id, string ClientId, string UserId, string Audience, IReadOnlyList<string> Scopes);

/// <summary>A connection of the tenant.</summary>
public sealed record TruthConnection(string Id, string Name, string Strategy);

/// <summary>An application that a connection signs people in to.</summary>
public sealed record TruthConnectionClient(string ConnectionId, string ClientId);

/// <summary>A connection that is enabled for an organization.</summary>
public sealed record TruthOrganizationConnection(string OrganizationId, string ConnectionId);

/// <summary>A domain that an organization has proven.</summary>
public sealed record TruthOrganizationDomain(string OrganizationId, string Domain);

/// <summary>An application that an organization was given.</summary>
public sealed record TruthOrganizationClient(string OrganizationId, string ClientId);
