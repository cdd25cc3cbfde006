using System.Text.Json;
using Auth0Connector.AccessFile.Messages;

namespace Auth0Connector.Analysis.Json;

/// <summary>
/// The messages of an access file in the JSON of the ecosystem's reader (format sections 4 and 7), so that scripts made for it
/// carry over. Written by hand, field by field: the generated messages have no reflection in a native executable.
/// </summary>
public static class MessageJson
{
    private static readonly string[] Traits =
    [
        "TRAIT_UNSPECIFIED", "TRAIT_USER", "TRAIT_GROUP", "TRAIT_ROLE", "TRAIT_APP", "TRAIT_SECRET", "TRAIT_SECURITY_INSIGHT",
        "TRAIT_SCOPE_BINDING", "TRAIT_VENDOR", "TRAIT_VENDOR_AGREEMENT", "TRAIT_LICENSE_PROFILE", "TRAIT_AGENT", "TRAIT_MANAGED_DEVICE",
    ];

    private static readonly string[] ResourceStatuses =
        ["RESOURCE_STATUS_UNSPECIFIED", "RESOURCE_STATUS_ENABLED", "RESOURCE_STATUS_DISABLED", "RESOURCE_STATUS_DELETED"];

    private static readonly string[] Purposes =
        ["PURPOSE_VALUE_UNSPECIFIED", "PURPOSE_VALUE_ASSIGNMENT", "PURPOSE_VALUE_PERMISSION", "PURPOSE_VALUE_OWNERSHIP"];

    /// <summary>The name of a trait.</summary>
    public static string TraitName(ResourceType.Types.Trait trait) => Name(Traits, (int)trait) ?? "TRAIT_" + (int)trait;

    /// <summary>The fields of a resource type.</summary>
    public static void Write(Utf8JsonWriter json, ResourceType type)
    {
        json.Text("id", type.Id);
        json.Text("displayName", type.DisplayName);
        if (type.Traits.Count > 0)
        {
            json.WriteStartArray("traits");
            foreach (var trait in type.Traits)
            {
                json.EnumValue((int)trait, Name(Traits, (int)trait));
            }

            json.WriteEndArray();
        }

        AnnotationJson.Write(json, type.Annotations);
        json.Text("description", type.Description);
        json.Flag("sourcedExternally", type.SourcedExternally);
    }

    /// <summary>The fields of a resource.</summary>
    public static void Write(Utf8JsonWriter json, Resource resource)
    {
        json.Id("id", resource.Id);
        json.Id("parentResourceId", resource.ParentResourceId);
        json.Text("displayName", resource.DisplayName);
        AnnotationJson.Write(json, resource.Annotations);
        json.Text("description", resource.Description);
        json.Flag("batonResource", resource.BatonResource);
        json.Enum("creationSource", resource.CreationSource, valueName: null);
        json.Struct("profile", resource.Profile);
        json.Asset("icon", resource.Icon);
        json.Message("status", resource.Status, static (json, status) =>
        {
            json.Enum("status", (int)status.Status_, Name(ResourceStatuses, (int)status.Status_));
            json.Text("details", status.Details);
        });
        json.Time("createdAt", resource.CreatedAt);
    }

    /// <summary>The fields of an entitlement.</summary>
    public static void Write(Utf8JsonWriter json, Entitlement entitlement)
    {
        json.Message("resource", entitlement.Resource, Write);
        json.Text("id", entitlement.Id);
        json.Text("displayName", entitlement.DisplayName);
        json.Text("description", entitlement.Description);
        json.Messages("grantableTo", entitlement.GrantableTo, Write);
        AnnotationJson.Write(json, entitlement.Annotations);
        json.Enum("purpose", (int)entitlement.Purpose, Name(Purposes, (int)entitlement.Purpose));
        json.Text("slug", entitlement.Slug);
    }

    /// <summary>The fields of a grant.</summary>
    public static void Write(Utf8JsonWriter json, Grant grant)
    {
        json.Message("entitlement", grant.Entitlement, Write);
        json.Message("principal", grant.Principal, Write);
        json.Text("id", grant.Id);
        AnnotationJson.Write(json, grant.Annotations);
        json.Message("sources", grant.Sources, static (json, sources) =>
        {
            if (sources.Sources.Count == 0)
            {
                return;
            }

            json.WriteStartObject("sources");
            foreach (var (id, source) in sources.Sources.OrderBy(source => source.Key, StringComparer.Ordinal))
            {
                json.WritePropertyName(id);
                json.Object(source, static (json, source) => json.Flag("isDirect", source.IsDirect));
            }

            json.WriteEndObject();
        });
    }

    internal static string? Name(string[] names, int value) => value >= 0 && value < names.Length ? names[value] : null;

    internal static string? TraitNameOrNull(int value) => Name(Traits, value);
}
