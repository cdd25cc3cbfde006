using System.Globalization;
using System.Text.Json;
using Auth0Connector.MockTenant.Data;

namespace Auth0Connector.MockTenant.Endpoints;

internal static class OrganizationRows
{
    public static void Write(Utf8JsonWriter writer, TenantModel model, int organization)
    {
        writer.WriteStartObject();
        writer.WriteString("id", model.Organizations.IdAt(organization));
        writer.WriteString("name", model.Organizations.NameOf(organization));
        if (model.Organizations.DisplayNameOf(organization) is { } displayName)
        {
            writer.WriteString("display_name", displayName);
        }

        if (organization % 3 == 1)
        {
            writer.WriteStartObject("branding");
            writer.WriteString("logo_url", "https://acme.example/logo.png");
            writer.WriteStartObject("colors");
            writer.WriteString("primary", "#112233");
            writer.WriteString("page_background", "#ffffff");
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        if (organization % 3 == 2)
        {
            writer.WriteStartObject("metadata");
            writer.WriteString("contract", string.Create(CultureInfo.InvariantCulture, $"C-{organization}"));
            writer.WriteNull("region");
            writer.WriteEndObject();
        }

        writer.WriteBoolean("is_app_entitlement_active", OrganizationModel.IsAppEntitlementActive(organization));
        writer.WriteString("third_party_client_access", organization % 5 == 3 ? "allow" : "block");
        writer.WriteEndObject();
    }
}
