namespace Auth0Connector.MockTenant.Users;

/// <summary>The root attributes of a user that the API names (reference 4.1), in the order they are written.</summary>
internal enum UserField
{
    UserId,
    Email,
    EmailVerified,
    Username,
    PhoneNumber,
    PhoneVerified,
    CreatedAt,
    UpdatedAt,
    LastLogin,
    LastIp,
    LoginsCount,
    LastPasswordReset,
    Multifactor,
    MultifactorLastModified,
    Blocked,
    Name,
    Nickname,
    GivenName,
    FamilyName,
    Picture,
    Identities,
    AppMetadata,
    UserMetadata,
}
