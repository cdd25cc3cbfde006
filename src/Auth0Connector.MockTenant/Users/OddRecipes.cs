namespace Auth0Connector.MockTenant.Users;

/// <summary>An odd person: id, what differs from a plain one, and which attributes are absent.</summary>
internal sealed record OddRecipe(string Id, string Json = "{}", string Without = "");

/// <summary>Ids that break careless escaping, and the types that drift in real tenants (reference 4.1).</summary>
internal static class OddRecipes
{
    public static IReadOnlyList<OddRecipe> All { get; } =
    [
        // Ids: the percent pair is two people; so are the ones that differ in case or in Unicode normalization.
        new("auth0|a%2Fb"),
        new("auth0|a/b"),
        new("auth0|100%"),
        new("auth0|%7C%25"),
        new("auth0|a+b c"),
        new("auth0|a%20b"),
        new("auth0|a:b:c"),
        new("auth0|CaseSensitive"),
        new("auth0|casesensitive"),
        new("auth0|Zo\u00eb"),
        new("auth0|Zoe\u0308"),
        new("auth0|a//b/../c/."),
        new("samlp|acme-saml|CORP\\jane.doe", """{"given_name":"Jane","family_name":"Doe"}"""),
        new("samlp|acme-saml|Jane Q Doe"),
        new("samlp|acme-saml|uid=jane,ou=people?x#y&z;w=1"),
        new("samlp|acme-saml|jane@corp.example", """{"email":"shared@corp.example"}"""),
        new("oidc|partner|https://idp.example/users/42:7"),
        new("oauth2|custom|\"quoted\" 'and' <b>bold</b>"),
        new("auth0|山田太郎", """{"name":"山田 太郎","nickname":"太郎"}"""),
        new("auth0|🦊🚀", """{"name":"Fox 🦊 Rocket 🚀"}"""),
        new("auth0|" + new string('x', 249)),
        new("waad|Zm9vYmFyLV8tXy1fLQ=="),
        new("ad|corp-ad|{0C2E7A1D-33F0-4D63-9E8A-5E7A0C3B9F11}"),
        new("email|odd-shared", """{"email":"shared@corp.example"}"""),

        // Types.
        new("samlp|acme-saml|verified-text", """{"email_verified":"true"}"""),
        new("samlp|acme-saml|unverified-text", """{"email_verified":"false"}"""),
        new("github|7654321", """{"identities":[{"provider":"github","user_id":7654321,"connection":"github","isSocial":true}]}"""),
        new("auth0|drift-identity-mixed", """{"identities":[{"provider":"auth0","user_id":"drift-identity-mixed","connection":"Username-Password-Authentication","isSocial":false},{"provider":"github","user_id":90071992547409921234,"connection":"github","isSocial":true,"access_token":"mock-idp-token","profileData":{"email":7,"name":null}}]}"""),
        new("auth0|drift-no-identities", """{"identities":[]}"""),
        new("auth0|drift-null-identities", """{"identities":null}"""),
        new("auth0|drift-mfa-nested", """{"multifactor":[["guardian"],["duo"]]}"""),
        new("auth0|drift-mfa-objects", """{"multifactor":[{"type":"totp","confirmed":true}]}"""),
        new("auth0|drift-created-object", """{"created_at":{"$date":"2019-05-05T05:05:05.000Z"}}"""),
        new("auth0|drift-updated-object", """{"updated_at":{"$date":"2019-05-05T05:05:05.000Z"},"last_login":{}}"""),
        new("auth0|drift-logins-text", """{"logins_count":"7"}"""),
        new("auth0|drift-nulls", """{"name":null,"nickname":null,"given_name":null,"family_name":null,"picture":null,"user_metadata":null,"app_metadata":null,"last_ip":null}"""),
        new("auth0|drift-empty-texts", """{"name":"","nickname":"","given_name":"","family_name":""}""", "email email_verified"),
        new("auth0|drift-blocked-null", """{"blocked":null}"""),
        new("auth0|drift-claims", """{"groups":["a","b"],"http://schemas.example/claims/department":{"name":"R&D","floors":[1,2,{"deep":true}]},"upn":12345,"active":false,"manager":null,"":"empty name","user_id_2":"x","emails":[{"value":"x@y.example"}]}"""),
        new("auth0|drift-control", """{"name":"Line\nbreak\ttab \u001b[31mred\u001b[0m \u0007bell"}"""),
        new("auth0|drift-metadata", """{"user_metadata":{"note":"private-metadata-odd","nested":{"a":[1]}},"app_metadata":{"secret":"private-metadata-odd"}}"""),

        // Missing things.
        new("auth0|no-created-at", Without: "created_at"),
        new("auth0|no-created-at-2", """{"blocked":true}""", "created_at updated_at last_login logins_count"),
        new("sms|no-created-at-3", """{"phone_number":"+15550000001"}""", "created_at email email_verified name"),
        new("auth0|nothing-to-show", Without: "name nickname given_name family_name email email_verified picture username"),
        new("auth0|only-username", """{"username":"only_username"}""", "name nickname given_name family_name email email_verified"),
        new("auth0|blocked-odd", """{"blocked":true}"""),
        new("auth0|never-signed-in", Without: "last_login logins_count last_ip"),
        new("auth0|shared-1", """{"email":"shared@corp.example"}"""),
    ];
}
