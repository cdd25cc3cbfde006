namespace Auth0Connector.ManagementApi.Records;

/// <summary>An account to create in a database or passwordless connection (API reference, section 5).</summary>
public sealed record AccountRequest
{
    /// <summary>Name of the connection.</summary>
    public required string Connection { get; init; }

    /// <summary>E-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>User name, where the connection has them.</summary>
    public string? Username { get; init; }

    /// <summary>Phone number, for SMS connections.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary>Full name.</summary>
    public string? Name { get; init; }

    /// <summary>Given name.</summary>
    public string? GivenName { get; init; }

    /// <summary>Family name.</summary>
    public string? FamilyName { get; init; }

    /// <summary>First password, for database connections.</summary>
    public string? Password { get; init; }

    /// <summary>Whether the tenant asks the person to confirm the address; its own default where not said.</summary>
    public bool? VerifyEmail { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"account in {Connection}";
}
