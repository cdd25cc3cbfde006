using System.Text.Json;
using Auth0Connector.AccessFile.Messages;
using Auth0Connector.Analysis.Json;

namespace Auth0Connector.Analysis.Listing;

/// <summary>A resource and what one principal holds on it.</summary>
public sealed record AccessView(ResourceType Type, Resource Resource, IReadOnlyList<Entitlement> Entitlements)
{
    /// <summary>As the ecosystem's <c>access</c> prints it.</summary>
    public static void WriteJson(Utf8JsonWriter json, AccessView view)
    {
        json.Message("resourceType", view.Type, MessageJson.Write);
        json.Message("resource", view.Resource, MessageJson.Write);
        json.Messages("entitlements", view.Entitlements, MessageJson.Write);
    }
}
