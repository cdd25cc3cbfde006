using System.Text.Json;
using System.Text.Json.Nodes;
using Auth0Connector.MockTenant.Endpoints;
using Auth0Connector.MockTenant.Paging;

namespace Auth0Connector.MockTenant.Dialects;

/// <summary>Roles of organizations and of the system beside the tenant's own, and roles that members hold inside.</summary>
internal static class RoleDialects
{
    private const string Type = "type";

    public static IReadOnlyList<Dialect> All { get; } =
    [
        new("ignored-type", "`type=tenant` is ignored, as releases without organizations' roles do.", DialectPlaces.Only("roles"))
        {
            Ask = static odd => odd.Call.Target = odd.Call.Target.Without(Type),
        },
        new("refused-type", "`type` is refused with 400 invalid_query_string.", DialectPlaces.Only("roles", "organization-owned-roles"))
        {
            Instead = static odd =>
            {
                var refused = odd.Call.Target.Has(Type);
                if (refused)
                {
                    odd.Fail(400, "Query validation error: 'Additional properties not allowed: type'.", "invalid_query_string");
                }

                return refused;
            },
        },
        new("mixed-roles", "Without `type`, roles of organizations are listed among the tenant's; every row has `type`.", DialectPlaces.Only("roles"))
        {
            Instead = static odd => !odd.Call.Target.Has(Type) && Mix(odd),
        },
        new("system-roles", "The tenant's last role is the system's: `type` is `system`, `owner_id` is `auth0`.", DialectPlaces.Only("roles", "role"))
        {
            Rewrite = static odd => GiveToSystem(odd),
        },
        new("untyped-roles", "Rows have no `type`, even where it was asked for.", DialectPlaces.Only("roles", "organization-owned-roles", "role"))
        {
            Rewrite = static odd => ForEach(odd, static (row, _) => row.Remove(Type)),
        },
        new("no-inline-roles", "Members come without the key `roles` that was asked for.", DialectPlaces.Only("organization-members"))
        {
            Rewrite = static odd => ForEach(odd, static (row, _) => row.Remove("roles")),
        },
        new("null-inline-roles", "Members come with `roles` null.", DialectPlaces.Only("organization-members"))
        {
            Rewrite = static odd => ForEach(odd, static (row, _) => row["roles"] = row.ContainsKey("roles") ? null : row["roles"]),
        },
        new("some-inline-roles", "Every other member comes without the key `roles`.", DialectPlaces.Only("organization-members"))
        {
            Rewrite = static odd => ForEach(odd, static (row, number) => _ = number % 2 == 1 && row.Remove("roles")),
        },
    ];

    private static bool Mix(OddCall odd)
    {
        var model = odd.Tenant.Model;
        var rows = new RoleRows(model);
        var mixed = model.Roles.Existing.Select(static (role, place) => (Place: place, IsOwned: false, Number: role))
            .Concat(model.Organizations.WithOwnedRole.Select(static (owner, place) => (Place: place, IsOwned: true, Number: owner)))
            .OrderBy(static x => x.Place)
            .ToList();
        PageAnswer.Write(odd.Call, "roles", PagingRules.Both, mixed, Write);
        return true;

        void Write(Utf8JsonWriter writer, (int Place, bool IsOwned, int Number) row)
        {
            if (row.IsOwned)
            {
                rows.WriteOwned(writer, row.Number);
            }
            else
            {
                rows.WriteTyped(writer, row.Number);
            }
        }
    }

    private static void GiveToSystem(OddCall odd)
    {
        var roles = odd.Tenant.Model.Roles;
        var id = roles.Existing.Select(roles.IdAt).LastOrDefault();
        ForEach(odd, (row, _) =>
        {
            if (row["id"]?.GetValue<string>() == id)
            {
                row[Type] = "system";
                row["owner_id"] = "auth0";
            }
        });
    }

    private static void ForEach(OddCall odd, Action<JsonObject, int> change)
    {
        var number = 0;
        foreach (var row in odd.Records)
        {
            change(row, number++);
        }
    }
}
