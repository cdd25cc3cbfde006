using System.Text.Json;
using Auth0Connector.AccessFile.Messages;
using Auth0Connector.AccessFile.Reading;
using Auth0Connector.Analysis.Json;

namespace Auth0Connector.Analysis.Listing;

/// <summary>A grant with everything it speaks of.</summary>
public sealed record GrantView(GrantRow Row, Entitlement Entitlement, Resource Resource, ResourceType Type, Resource Principal)
{
    /// <summary>The grant itself, which is decoded only where it is asked for.</summary>
    public Grant Grant => Row.Message;

    /// <summary>What others get through it; null for a plain grant.</summary>
    public GrantExpandable? Expandable => Row.Expandable;

    /// <summary>Whether the principal holds it itself, and not only by something else (format section 6).</summary>
    public bool IsDirect => GrantSource.IsDirect(Grant, Entitlement.Id);

    /// <summary>As the ecosystem's <c>grants</c> prints it.</summary>
    public static void WriteJson(Utf8JsonWriter json, GrantView view)
    {
        json.Message("grant", view.Grant, MessageJson.Write);
        json.Message("entitlement", view.Entitlement, MessageJson.Write);
        json.Message("resource", view.Resource, MessageJson.Write);
        json.Message("resourceType", view.Type, MessageJson.Write);
        json.Message("principal", view.Principal, MessageJson.Write);
    }
}
