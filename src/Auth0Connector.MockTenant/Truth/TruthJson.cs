using System.Text.Json.Serialization;

namespace Auth0Connector.MockTenant.Truth;

/// <summary>Serializers of the control endpoints, generated at build time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(TruthUser))]
[JsonSerializable(typeof(TruthRole))]
[JsonSerializable(typeof(TruthOrganization))]
[JsonSerializable(typeof(TruthRoleAssignment))]
[JsonSerializable(typeof(TruthMembership))]
[JsonSerializable(typeof(TruthGroup))]
[JsonSerializable(typeof(TruthGroupMember))]
[JsonSerializable(typeof(TruthGroupRole))]
[JsonSerializable(typeof(TruthOrganizationGroupRole))]
[JsonSerializable(typeof(TruthResourceServer))]
[JsonSerializable(typeof(TruthScope))]
[JsonSerializable(typeof(TruthRoleScope))]
[JsonSerializable(typeof(TruthAutomaticMembership))]
[JsonSerializable(typeof(TruthUserScope))]
[JsonSerializable(typeof(TruthEndedAccess))]
[JsonSerializable(typeof(TruthClient))]
[JsonSerializable(typeof(TruthClientGrant))]
[JsonSerializable(typeof(TruthOrganizationClientGrant))]
[JsonSerializable(typeof(TruthConsent))]
[JsonSerializable(typeof(TruthConnection))]
[JsonSerializable(typeof(TruthConnectionClient))]
[JsonSerializable(typeof(TruthOrganizationConnection))]
[JsonSerializable(typeof(TruthOrganizationDomain))]
[JsonSerializable(typeof(TruthOrganizationClient))]
[JsonSerializable(typeof(RecordedRequest))]
internal sealed partial class TruthJson : JsonSerializerContext;
