using System.Text.Json;
using Auth0Connector.AccessFile.Messages;
using Auth0Connector.Analysis.Json;

namespace Auth0Connector.Analysis.Listing;

/// <summary>A resource with its type and parent, as lists show it.</summary>
public sealed record ResourceView(Resource Resource, ResourceType Type, Resource? Parent)
{
    /// <summary>As the ecosystem's <c>resources</c> and <c>principals</c> print it.</summary>
    public static void WriteJson(Utf8JsonWriter json, ResourceView view)
    {
        json.Message("resource", view.Resource, MessageJson.Write);
        json.Message("resourceType", view.Type, MessageJson.Write);
        json.Message("parent", view.Parent, MessageJson.Write);
    }
}
