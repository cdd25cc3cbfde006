using Auth0Connector.MockTenant.Users;

namespace Auth0Connector.MockTenant.Search;

internal enum SearchKind
{
    Text,
    Time,
    Number,
    Flag,
    Connection,
    Provider,
}

/// <summary>An attribute that can be searched.</summary>
internal sealed record SearchField(string Name, SearchKind Kind, UserField Attribute, bool IgnoresCase = false)
{
    // Case matters except in these (auth0.com/docs, user search query syntax).
    private static readonly SearchField[] Known =
    [
        new("user_id", SearchKind.Text, UserField.UserId),
        new("email", SearchKind.Text, UserField.Email, true),
        new("name", SearchKind.Text, UserField.Name, true),
        new("nickname", SearchKind.Text, UserField.Nickname, true),
        new("given_name", SearchKind.Text, UserField.GivenName, true),
        new("family_name", SearchKind.Text, UserField.FamilyName, true),
        new("username", SearchKind.Text, UserField.Username),
        new("phone_number", SearchKind.Text, UserField.PhoneNumber),
        new("last_ip", SearchKind.Text, UserField.LastIp),
        new("created_at", SearchKind.Time, UserField.CreatedAt),
        new("updated_at", SearchKind.Time, UserField.UpdatedAt),
        new("last_login", SearchKind.Time, UserField.LastLogin),
        new("logins_count", SearchKind.Number, UserField.LoginsCount),
        new("blocked", SearchKind.Flag, UserField.Blocked),
        new("email_verified", SearchKind.Flag, UserField.EmailVerified),
        new("identities.connection", SearchKind.Connection, UserField.Identities),
        new("identities.provider", SearchKind.Provider, UserField.Identities),
    ];

    public static SearchField Find(string name) =>
        Array.Find(Known, x => x.Name == name)
        ?? throw new FormatException($"The mock tenant does not imitate a search by '{name}'.");
}
