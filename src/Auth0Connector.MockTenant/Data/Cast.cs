using Auth0Connector.MockTenant.Users;

namespace Auth0Connector.MockTenant.Data;

/// <summary>
/// People and things with names that a manual can use (<see cref="MockTenantOptions.Cast"/>). They come on top of everybody
/// else, by way of what can be written to a tenant, so that nothing else of it changes.
/// </summary>
internal static class Cast
{
    /// <summary>How many people it has.</summary>
    public const int Size = 4;

    private const int Organization = 6;
    private const int AdminRole = 9;
    private const int AccountantRole = 8;
    private const long Month = 30L * 24 * 60 * 60 * 1000;

    private const string Ada = "auth0|ada";
    private const string Grace = "auth0|grace";
    private const string Lena = "auth0|lena";
    private const string Tom = "auth0|tom";

    /// <summary>The name that the cast has for a role; null for all others.</summary>
    public static string? RoleName(int role) => role switch { AdminRole => "Admin", AccountantRole => "Accountant", _ => null };

    /// <summary>The name that the cast has for an organization; null for all others.</summary>
    public static string? OrganizationName(int organization) => organization == Organization ? "acme" : null;

    /// <summary>The name that the cast has for a scope; null for all others.</summary>
    public static string? ScopeName(int server, int scope) => (server, scope) == (1, 0) ? "read:invoices" : null;

    /// <summary>Lets them enter; what a small tenant has no room for is left out.</summary>
    public static void Enter(TenantModel model)
    {
        const long Now = UserTimeline.End;
        Add(model, Ada, "Ada Lovelace", "ada@example.com", Now - (20 * Month), Now - (Month / 30));
        Add(model, Grace, "Grace Hopper", "grace@example.com", Now - (30 * Month), Now - (Month / 10));
        Add(model, Lena, "Lena Left", "lena@example.com", Now - (40 * Month), Now - (5 * Month), ""","blocked":true""");
        Add(model, Tom, "Tom Temp (contractor)", "tom.temp@contractor.example", Now - (4 * Month), null, ""","email_verified":false""");
        if (model.Roles.Count > AdminRole)
        {
            model.Roles.Change(AdminRole, [Of(model, Ada)], []);
            model.Roles.Change(AccountantRole, [Of(model, Grace), Of(model, Lena)], []);
            Give(model, AdminRole);
            Give(model, AccountantRole);
        }

        if (model.Organizations.Count > Organization)
        {
            model.Organizations.ChangeMembers(Organization, [Of(model, Ada), Of(model, Grace), Of(model, Lena), Of(model, Tom)], []);
            if (model.Roles.Count > AdminRole)
            {
                model.Organizations.ChangeRoles(Organization, Of(model, Tom), [AdminRole], []);
            }
        }
    }

    private static void Give(TenantModel model, int role)
    {
        if (model.Permissions.Find(model.Permissions.Identifier(1), "read:invoices") is >= 0 and var permission)
        {
            model.Permissions.ChangeRole(role, [permission], []);
        }
    }

    private static int Of(TenantModel model, string id) => model.Users.Find(id);

    private static void Add(TenantModel model, string id, string name, string email, long created, long? lastLogin, string more = "")
    {
        var signedIn = lastLogin is { } time ? $""","last_login":"{Instant.Format(time)}","logins_count":80""" : ""","logins_count":0""";
        var recipe = new OddRecipe(id, $$"""{"name":"{{name}}","nickname":"{{email}}","email":"{{email}}"{{signedIn}}{{more}}}""", lastLogin is null ? "last_login last_ip" : string.Empty);
        model.Users.Changes.Create(OddUsers.Create(recipe, 0, created));
    }
}
