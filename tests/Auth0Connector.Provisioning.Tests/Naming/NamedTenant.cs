using Auth0Connector.MockTenant;
using Auth0Connector.Provisioning.Lookups;

namespace Auth0Connector.Provisioning.Tests.Naming;

/// <summary>A tenant with the people that a test names, whose search is deaf: it answers everybody, whatever is asked.</summary>
internal static class NamedTenant
{
    public const string Cfo = """{"user_id":"auth0|cfo","email":"cfo@example.com","email_verified":true,"phone_number":"+15550100","name":"Grace Hopper","identities":[{"connection":"db"}]}""";

    /// <summary>Somebody who took other people's addresses, numbers and ids for names.</summary>
    public static string Impostor(string name) =>
        $$"""{"user_id":"auth0|impostor","email":"impostor@example.org","email_verified":true,"name":"{{name}}","username":"{{name}}","phone_number":"+1999","identities":[{"connection":"db"}]}""";

    public static Task<WritableTenant> StartAsync(params string[] people) => WritableTenant.StartAsync(new MockTenantOptions
    {
        Script = request => request.Endpoint switch
        {
            "GET /users" => MockFault.Json($$"""{"start":0,"limit":50,"length":{{people.Length}},"total":{{people.DistinctBy(IdOf).Count()}},"users":[{{string.Join(',', people)}}]}"""),
            "GET /users-by-email" => MockFault.Json($"[{string.Join(',', people)}]"),
            "GET /users/{id}" => people.FirstOrDefault(person => request.Path.EndsWith("auth0%7Ccfo", StringComparison.OrdinalIgnoreCase) && person == Cfo) is { } found
                ? MockFault.Json(found)
                : MockFault.Json("""{"statusCode":404,"error":"Not Found","message":"The user does not exist.","errorCode":"inexistent_user"}""", 404),
            _ => null,
        },
    });

    private static string IdOf(string person) => person[..person.IndexOf(',', StringComparison.Ordinal)];

    public static async Task<string?> FindAsync(WritableTenant tenant, string text)
    {
        try
        {
            return (await new UserLookup(tenant.Client).FindAsync(text, default)).UserId;
        }
        catch (ProvisioningException nobody) when (nobody.Kind == ProvisioningErrorKind.NotFound)
        {
            return null;
        }
    }
}
