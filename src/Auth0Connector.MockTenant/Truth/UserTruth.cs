using System.Text.Json;
using Auth0Connector.MockTenant.Data;
using Auth0Connector.MockTenant.Users;

namespace Auth0Connector.MockTenant.Truth;

/// <summary>Says what is true of a person.</summary>
internal static class UserTruth
{
    public static TruthUser Of(UserDirectory users, int index) =>
        users.TryGetOdd(index, out var odd) ? Of(odd) : Of(users, users.Traits(index));

    private static TruthUser Of(UserDirectory users, UserTraits traits)
    {
        return new TruthUser(
            Text(UserField.UserId) ?? "",
            Text(UserField.Name),
            Text(UserField.Nickname),
            Text(UserField.GivenName),
            Text(UserField.FamilyName),
            Text(UserField.Email),
            traits.HasEmail ? traits.EmailVerified : null,
            Text(UserField.Username),
            Text(UserField.PhoneNumber),
            traits.Blocked ?? false,
            Time(traits.Created),
            Time(traits.Updated),
            Time(traits.LastLogin),
            Number(traits.Logins),
            Connections.Name(traits.Kind),
            Connections.Provider(traits.Kind),
            traits.HasLinkedIdentity ? 1 : 0,
            traits.HasMultifactor,
            traits.Index < users.Listed);

        string? Text(UserField field) => UserDirectory.HasText(field, traits) ? users.Text(field, traits) : null;
    }

    private static TruthUser Of(OddUser user) => new(
        user.Id,
        user.Text("name"),
        user.Text("nickname"),
        user.Text("given_name"),
        user.Text("family_name"),
        user.Text("email"),
        user.Flag("email_verified"),
        user.Text("username"),
        user.Text("phone_number"),
        user.Flag("blocked") ?? false,
        Time(user.Time("created_at")),
        Time(user.Time("updated_at")),
        Time(user.Time("last_login")),
        Number(user.Number("logins_count")),
        user.FirstIdentity("connection"),
        user.FirstIdentity("provider"),
        user.Find("identities") is { ValueKind: JsonValueKind.Array } list ? Math.Max(list.GetArrayLength() - 1, 0) : 0,
        user.Find("multifactor") is { ValueKind: JsonValueKind.Array } factors && factors.GetArrayLength() > 0,
        Listed: true);

    private static DateTimeOffset? Time(long milliseconds) => milliseconds < 0 ? null : Instant.ToTime(milliseconds);

    private static int? Number(int number) => number < 0 ? null : number;
}
