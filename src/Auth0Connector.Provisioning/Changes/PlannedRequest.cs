using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Auth0Connector.Provisioning.Changes;

/// <summary>A request as a dry run shows it.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Path below the root of the tenant, escaped.</param>
/// <param name="Body">JSON body, if there is one.</param>
public sealed record PlannedRequest(string Method, string Path, string? Body)
{
    /// <summary>The request that a change sends.</summary>
    public static PlannedRequest Of(AccessChange change)
    {
        var principal = Uri.EscapeDataString(change.PrincipalId);
        var (path, body) = (change.PrincipalType, change.Target) switch
        {
            (PrincipalType.User, AccessTarget.TenantRole role) => ($"users/{principal}/roles", Texts("roles", role.RoleId)),
            (PrincipalType.User, AccessTarget.Membership member) => ($"organizations/{Uri.EscapeDataString(member.OrganizationId)}/members", Texts("members", change.PrincipalId)),
            (PrincipalType.User, AccessTarget.OrganizationRole role) =>
                ($"organizations/{Uri.EscapeDataString(role.OrganizationId)}/members/{principal}/roles", Texts("roles", role.RoleId)),
            (PrincipalType.Group, AccessTarget.TenantRole role) => ($"groups/{principal}/roles", Texts("roles", role.RoleId)),
            (PrincipalType.Group, AccessTarget.OrganizationRole role) =>
                ($"organizations/{Uri.EscapeDataString(role.OrganizationId)}/groups/{principal}/roles", Texts("roles", role.RoleId)),
            (PrincipalType.User, AccessTarget.ApiScope permission) => ($"users/{principal}/permissions", PermissionBody(permission)),
            (PrincipalType.Role, AccessTarget.ApiScope permission) => ($"roles/{principal}/permissions", PermissionBody(permission)),
            _ => throw new InvalidOperationException("no such change"),
        };
        return new PlannedRequest(change.IsGrant ? "POST" : "DELETE", "/api/v2/" + path, body);
    }

    private static string Texts(string name, string text) => Json(writer =>
    {
        writer.WriteStartArray(name);
        writer.WriteStringValue(text);
        writer.WriteEndArray();
    });

    private static string PermissionBody(AccessTarget.ApiScope permission) => Json(writer =>
    {
        writer.WriteStartArray("permissions");
        writer.WriteStartObject();
        writer.WriteString("resource_server_identifier", permission.Identifier);
        writer.WriteString("permission_name", permission.Scope);
        writer.WriteEndObject();
        writer.WriteEndArray();
    });

    private static string Json(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
