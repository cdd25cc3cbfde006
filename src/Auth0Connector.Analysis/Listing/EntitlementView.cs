using System.Text.Json;
using Auth0Connector.AccessFile.Messages;
using Auth0Connector.Analysis.Json;

namespace Auth0Connector.Analysis.Listing;

/// <summary>An entitlement with the resource that owns it.</summary>
public sealed record EntitlementView(Entitlement Entitlement, Resource Resource, ResourceType Type)
{
    /// <summary>As the ecosystem's <c>entitlements</c> prints it.</summary>
    public static void WriteJson(Utf8JsonWriter json, EntitlementView view)
    {
        json.Message("entitlement", view.Entitlement, MessageJson.Write);
        json.Message("resource", view.Resource, MessageJson.Write);
        json.Message("resourceType", view.Type, MessageJson.Write);
    }
}
