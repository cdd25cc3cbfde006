namespace Auth0Connector.MockTenant.Users;

internal static class UserFields
{
    private static readonly string[] WireNames =
    [
        "user_id", "email", "email_verified", "username", "phone_number", "phone_verified", "created_at", "updated_at",
        "last_login", "last_ip", "logins_count", "last_password_reset", "multifactor", "multifactor_last_modified",
        "blocked", "name", "nickname", "given_name", "family_name", "picture", "identities", "app_metadata",
        "user_metadata",
    ];

    private static readonly Dictionary<string, UserField> ByName =
        WireNames.Select((name, index) => (name, index)).ToDictionary(x => x.name, x => (UserField)x.index, StringComparer.Ordinal);

    public static int Count => WireNames.Length;

    public static string NameOf(UserField field) => WireNames[(int)field];

    public static bool TryParse(string name, out UserField field) => ByName.TryGetValue(name, out field);
}
