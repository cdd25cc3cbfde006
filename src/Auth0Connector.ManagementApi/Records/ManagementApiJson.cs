using System.Text.Json;
using System.Text.Json.Serialization;
using Auth0Connector.ManagementApi.Json;

namespace Auth0Connector.ManagementApi.Records;

/// <summary>Source-generated readers of every answer; unknown fields are passed over.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.General,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    // IdP attributes at the root of a user nest as deep as their provider likes.
    MaxDepth = 1024,
    Converters =
    [
        typeof(LenientStringConverter),
        typeof(LenientBooleanConverter),
        typeof(LenientIntegerConverter),
        typeof(LenientTimestampConverter),
    ])]
[JsonSerializable(typeof(UserRecord))]
[JsonSerializable(typeof(IdentityRecord))]
[JsonSerializable(typeof(RoleRecord))]
[JsonSerializable(typeof(RoleReference))]
[JsonSerializable(typeof(OrganizationRecord))]
[JsonSerializable(typeof(MemberRecord))]
[JsonSerializable(typeof(GroupRecord))]
[JsonSerializable(typeof(GroupMemberRecord))]
[JsonSerializable(typeof(ResourceServerRecord))]
[JsonSerializable(typeof(ApiScopeRecord))]
[JsonSerializable(typeof(PermissionRecord))]
[JsonSerializable(typeof(PermissionSource))]
[JsonSerializable(typeof(ClientRecord))]
[JsonSerializable(typeof(ClientGrantRecord))]
[JsonSerializable(typeof(EnabledConnectionRecord))]
[JsonSerializable(typeof(ConnectionReference))]
[JsonSerializable(typeof(JobRecord))]
[JsonSerializable(typeof(LogRecord))]
[JsonSerializable(typeof(LogDetails))]
[JsonSerializable(typeof(LogRequest))]
[JsonSerializable(typeof(LogResponse))]
[JsonSerializable(typeof(TokenAnswer))]
[JsonSerializable(typeof(ErrorAnswer))]
internal sealed partial class ManagementApiJson : JsonSerializerContext;
