using Auth0Connector.ManagementApi.Records;

namespace Auth0Connector.Provisioning.Accounts;

/// <summary>An account as the ecosystem asks for it: a login, an address, and a profile by names.</summary>
public static class AccountForm
{
    /// <summary>The connection where none is named: Auth0's own first database.</summary>
    public const string DefaultConnection = "Username-Password-Authentication";

    /// <summary>The provider of whoever signs in by a database connection, the only ones with a password at Auth0.</summary>
    public const string DatabaseProvider = "auth0";

    /// <summary>The account that is asked for, without a password. A login has the form of an address, of a number, or of a user name.</summary>
    public static AccountRequest Read(string? login, string? email, IReadOnlyDictionary<string, string> profile, string connection = DefaultConnection)
    {
        var isAddress = login?.Contains('@', StringComparison.Ordinal) == true;
        var isNumber = login?.StartsWith('+') == true;
        return new AccountRequest
        {
            Connection = Named("connection") ?? connection,
            Email = email ?? (isAddress ? login : null) ?? Named("email"),
            Username = Named("username") ?? (isAddress || isNumber ? null : login),
            PhoneNumber = Named("phone_number") ?? (isNumber && !isAddress ? login : null),
            Name = Named("name"),
            GivenName = Named("given_name") ?? Named("first_name"),
            FamilyName = Named("family_name") ?? Named("last_name"),
        };

        string? Named(string name) => profile.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;
    }

    /// <summary>Whether accounts of a connection have no password: Auth0 names its passwordless connections itself.</summary>
    public static bool IsPasswordless(string connection) => connection is "sms" or "email";

    /// <summary>What an account lacks to sign in by its connection, in words; <see langword="null"/> where it lacks nothing.</summary>
    public static string? Lacks(AccountRequest account) => account switch
    {
        { Connection: "sms", PhoneNumber: null } => "a phone number, which people of the connection 'sms' sign in with",
        { Connection: "email", Email: null } => "an e-mail address, which people of the connection 'email' sign in with",
        { Email: null, Username: null, PhoneNumber: null } => "an e-mail address, a user name or a phone number, whichever the connection signs in with",
        _ => null,
    };
}
