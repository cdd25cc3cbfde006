using System.Text.Json;
using Auth0Connector.MockTenant.Data;

namespace Auth0Connector.MockTenant.Endpoints;

/// <summary>Writes roles and permissions.</summary>
internal sealed class RoleRows(TenantModel model)
{
    public void Write(Utf8JsonWriter writer, int role) => Write(writer, role, isTyped: false);

    /// <summary>With <c>type</c>, as where the request names one.</summary>
    public void WriteTyped(Utf8JsonWriter writer, int role) => Write(writer, role, isTyped: true);

    private void Write(Utf8JsonWriter writer, int role, bool isTyped)
    {
        writer.WriteStartObject();
        writer.WriteString("id", model.Roles.IdAt(role));
        writer.WriteString("name", model.Roles.NameOf(role));
        if (RoleModel.DescriptionOf(role) is { } description)
        {
            writer.WriteString("description", description);
        }

        if (isTyped)
        {
            writer.WriteString("type", "tenant");
        }

        writer.WriteEndObject();
    }

    public void WriteOwned(Utf8JsonWriter writer, int organization)
    {
        writer.WriteStartObject();
        writer.WriteString("id", model.Organizations.OwnedRoleOf(organization));
        writer.WriteString("name", OrganizationModel.OwnedRoleName(organization));
        writer.WriteString("description", "Belongs to one organization");
        writer.WriteString("type", "organization");
        writer.WriteString("owner_id", model.Organizations.IdAt(organization));
        writer.WriteEndObject();
    }

    /// <summary>A permission, left open for what the caller adds.</summary>
    public void StartPermission(Utf8JsonWriter writer, int permission)
    {
        var (server, scope) = model.Permissions.At(permission);
        writer.WriteStartObject();
        writer.WriteString("resource_server_identifier", model.Permissions.Identifier(server));
        writer.WriteString("permission_name", model.Permissions.ScopeValue(server, scope));
        writer.WriteString("resource_server_name", PermissionModel.ServerName(server));
        writer.WriteString("description", PermissionModel.ScopeDescription(server, scope) ?? "");
    }
}
