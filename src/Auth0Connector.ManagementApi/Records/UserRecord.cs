using System.Text.Json.Serialization;
using Auth0Connector.ManagementApi.Json;

namespace Auth0Connector.ManagementApi.Records;

/// <summary>
/// A user as <c>GET /users</c>, <c>GET /users/{id}</c> and the export job give it (API reference, section 4.1).
/// Every field but the id may be absent; a field of a wrong type counts as absent.
/// </summary>
public sealed record UserRecord
{
    // Named so that IdP tokens and metadata, which are never stored, are never sent either (section 4.1).
    internal const string Fields =
        "user_id,email,email_verified,username,phone_number,created_at,updated_at,last_login,logins_count,"
        + "blocked,name,nickname,given_name,family_name,multifactor,identities";

    /// <summary>Id within the tenant, such as <c>auth0|64f...</c>; <see langword="null"/> only in a broken answer.</summary>
    public string? UserId { get; init; }

    /// <summary>E-mail address; several users may share one.</summary>
    public string? Email { get; init; }

    /// <summary>Whether the address was verified.</summary>
    public bool? EmailVerified { get; init; }

    /// <summary>User name of a database connection.</summary>
    public string? Username { get; init; }

    /// <summary>Phone number of a passwordless user.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary>When the user was created.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the user last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>When the user last signed in; absent for somebody who never did.</summary>
    public DateTimeOffset? LastLogin { get; init; }

    /// <summary>How often the user signed in.</summary>
    public long? LoginsCount { get; init; }

    /// <summary>Whether signing in is blocked; absent means not blocked.</summary>
    public bool? Blocked { get; init; }

    /// <summary>Full name.</summary>
    public string? Name { get; init; }

    /// <summary>Nickname.</summary>
    public string? Nickname { get; init; }

    /// <summary>Given name.</summary>
    public string? GivenName { get; init; }

    /// <summary>Family name.</summary>
    public string? FamilyName { get; init; }

    /// <summary>Whether any second factor is enrolled; absent where the answer does not say.</summary>
    [JsonConverter(typeof(LenientPresenceConverter))]
    public bool? Multifactor { get; init; }

    /// <summary>The accounts behind the user; the first is the primary one.</summary>
    [JsonConverter(typeof(IdentityListConverter))]
    public IReadOnlyList<IdentityRecord> Identities
    {
        // A reader of JSON sets what it did not find to null, over any initial value.
        get => field ?? [];
        init;
    }
}

/// <summary>One account of a user at a connection.</summary>
public sealed record IdentityRecord
{
    /// <summary>Name of the connection.</summary>
    public string? Connection { get; init; }

    /// <summary>Kind of the connection, such as <c>google-oauth2</c>.</summary>
    public string? Provider { get; init; }

    /// <summary>Id at the provider; a number for some.</summary>
    public string? UserId { get; init; }
}
