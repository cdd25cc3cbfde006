using System.Text.Json;
using Auth0Connector.AccessFile.Messages;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Auth0Connector.Analysis.Json;

/// <summary>
/// google.protobuf.Any as JSON: <c>@type</c> and the fields. What is of an unknown type or does not decode is left out, as
/// the ecosystem's newer reader does (format section 4).
/// </summary>
internal static class AnnotationJson
{
    private const string Prefix = "type.googleapis.com/c1.connector.v2.";

    private static readonly Dictionary<string, Action<Utf8JsonWriter, ByteString>> Writers =
        new()
        {
            [nameof(UserTrait)] = Of(UserTrait.Parser, UserTraitJson.Write),
            [nameof(GroupTrait)] = Of(GroupTrait.Parser, TraitJson.Write),
            [nameof(RoleTrait)] = Of(RoleTrait.Parser, TraitJson.Write),
            [nameof(ScopeBindingTrait)] = Of(ScopeBindingTrait.Parser, TraitJson.Write),
            [nameof(AppTrait)] = Of(AppTrait.Parser, TraitJson.Write),
            [nameof(SecretTrait)] = Of(SecretTrait.Parser, TraitJson.Write),
            [nameof(NonHumanIdentityTrait)] = Of(NonHumanIdentityTrait.Parser, TraitJson.Write),
            [nameof(GrantExpandable)] = Of(GrantExpandable.Parser, ExpandableJson.Write),
            [nameof(GrantImmutable)] = Of(GrantImmutable.Parser, static (json, value) =>
            {
                json.Text("sourceId", value.SourceId);
                json.Struct("metadata", value.Metadata);
            }),
            [nameof(EntitlementImmutable)] = Of(EntitlementImmutable.Parser, static (json, value) =>
            {
                json.Text("sourceId", value.SourceId);
                json.Struct("metadata", value.Metadata);
            }),
            [nameof(GrantMetadata)] = Of(GrantMetadata.Parser, static (json, value) => json.Struct("metadata", value.Metadata)),
            [nameof(EntitlementExclusionGroup)] = Of(EntitlementExclusionGroup.Parser, static (json, value) =>
            {
                json.Text("exclusionGroupId", value.ExclusionGroupId);
                if (value.Order != 0)
                {
                    json.WriteNumber("order", value.Order);
                }

                json.Flag("isDefault", value.IsDefault);
                json.Flag("scopeToResource", value.ScopeToResource);
            }),
            [nameof(ExternalLink)] = Of(ExternalLink.Parser, static (json, value) => json.Text("url", value.Url)),
            [nameof(ChildResourceType)] = Of(ChildResourceType.Parser, static (json, value) => json.Text("resourceTypeId", value.ResourceTypeId)),
            [nameof(RawId)] = Of(RawId.Parser, static (json, value) => json.Text("id", value.Id)),
            [nameof(V1Identifier)] = Of(V1Identifier.Parser, static (json, value) => json.Text("id", value.Id)),
            [nameof(Aliases)] = Of(Aliases.Parser, static (json, value) => json.Texts("ids", value.Ids)),
            [nameof(ExternalResourceMatch)] = Of(ExternalResourceMatch.Parser, static (json, value) =>
            {
                json.Enum("resourceType", (int)value.ResourceType, MessageJson.TraitNameOrNull((int)value.ResourceType));
                json.Text("key", value.Key);
                json.Text("value", value.Value);
            }),
            [nameof(ExternalResourceMatchAll)] = Of(ExternalResourceMatchAll.Parser, static (json, value) =>
                json.Enum("resourceType", (int)value.ResourceType, MessageJson.TraitNameOrNull((int)value.ResourceType))),
            [nameof(ExternalResourceMatchID)] = Of(ExternalResourceMatchID.Parser, static (json, value) => json.Text("id", value.Id)),
            [nameof(SkipEntitlementsAndGrants)] = Marker,
            [nameof(SkipEntitlements)] = Marker,
            [nameof(SkipGrants)] = Marker,
            [nameof(InsertResourceGrants)] = Marker,
            [nameof(GrantAlreadyExists)] = Marker,
            [nameof(GrantAlreadyRevoked)] = Marker,
            [nameof(BatonID)] = Marker,
            [nameof(OptInRequired)] = Marker,
            [nameof(SkipSyncAnomalyDetection)] = Marker,
            [nameof(TypeScopedGrants)] = Marker,
            [nameof(TypeScopedEntitlements)] = Marker,
        };

    public static void Write(Utf8JsonWriter json, IReadOnlyList<Any> annotations)
    {
        var isOpen = false;
        foreach (var annotation in annotations)
        {
            if (!annotation.TypeUrl.StartsWith(Prefix, StringComparison.Ordinal)
                || !Writers.TryGetValue(annotation.TypeUrl[Prefix.Length..], out var write))
            {
                continue;
            }

            if (!isOpen)
            {
                json.WriteStartArray("annotations");
                isOpen = true;
            }

            json.WriteStartObject();
            json.WriteString("@type", annotation.TypeUrl);
            write(json, annotation.Value);
            json.WriteEndObject();
        }

        if (isOpen)
        {
            json.WriteEndArray();
        }
    }

    private static Action<Utf8JsonWriter, ByteString> Of<T>(MessageParser<T> parser, Action<Utf8JsonWriter, T> write)
        where T : IMessage<T> => (json, bytes) =>
    {
        T value;
        try
        {
            value = Profiles.Checked(parser.ParseFrom(bytes));
        }
        catch (InvalidProtocolBufferException)
        {
            // Its type still shows.
            return;
        }

        write(json, value);
    };

    private static void Marker(Utf8JsonWriter json, ByteString bytes)
    {
    }
}
