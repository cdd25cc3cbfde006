using System.Text;
using System.Text.Json;
using Auth0Connector.ManagementApi.Records;

namespace Auth0Connector.Provisioning.Changes;

/// <summary>A request as a dry run shows it.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Path below the root of the tenant, escaped.</param>
/// <param name="Body">JSON body, if there is one.</param>
public sealed record PlannedRequest(string Method, string Path, string? Body)
{
    /// <summary>What stands for a first password.</summary>
    public const string HiddenPassword = "(drawn when it is sent)";

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

    /// <summary>The one request that several memberships of an organization send.</summary>
    public static PlannedRequest Of(IReadOnlyList<AccessChange> memberships) => Of(memberships[0]) with
    {
        Body = Texts("members", [.. memberships.Select(static change => change.PrincipalId).Distinct(StringComparer.Ordinal)]),
    };

    /// <summary>The request that creates an account; its first password is drawn when it is sent, and shown to nobody.</summary>
    public static PlannedRequest Of(AccountRequest account) => new("POST", "/api/v2/users", Json(writer =>
    {
        writer.WriteString("connection", account.Connection);
        Write(writer, "email", account.Email);
        Write(writer, "username", account.Username);
        Write(writer, "phone_number", account.PhoneNumber);
        Write(writer, "name", account.Name);
        Write(writer, "given_name", account.GivenName);
        Write(writer, "family_name", account.FamilyName);
        Write(writer, "password", account.Password is null ? null : HiddenPassword);
        if (account.VerifyEmail is { } asks)
        {
            writer.WriteBoolean("verify_email", asks);
        }
    }));

    private static void Write(Utf8JsonWriter writer, string name, string? text)
    {
        if (text is not null)
        {
            writer.WriteString(name, text);
        }
    }

    private static string Texts(string name, params IReadOnlyList<string> texts) => Json(writer =>
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
        {
            writer.WriteStringValue(text);
        }

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
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
