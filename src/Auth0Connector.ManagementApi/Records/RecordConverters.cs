using System.Text.Json;
using System.Text.Json.Serialization;
using Auth0Connector.ManagementApi.Json;

namespace Auth0Connector.ManagementApi.Records;

internal sealed class IdentityListConverter()
    : LenientListConverter<IdentityRecord>(() => ManagementApiJson.Default.IdentityRecord);

internal sealed class ConnectionReferenceConverter()
    : LenientObjectConverter<ConnectionReference>(() => ManagementApiJson.Default.ConnectionReference);

internal sealed class RoleReferenceListConverter()
    : StrictListConverter<RoleReference>(() => ManagementApiJson.Default.RoleReference);

internal sealed class ApiScopeListConverter()
    : StrictListConverter<ApiScopeRecord>(() => ManagementApiJson.Default.ApiScopeRecord);

internal sealed class PermissionSourceListConverter()
    : StrictListConverter<PermissionSource>(() => ManagementApiJson.Default.PermissionSource);

internal sealed class LogDetailsConverter()
    : LenientObjectConverter<LogDetails>(() => ManagementApiJson.Default.LogDetails);

internal sealed class LogRequestConverter()
    : LenientObjectConverter<LogRequest>(() => ManagementApiJson.Default.LogRequest);

internal sealed class LogResponseConverter()
    : LenientObjectConverter<LogResponse>(() => ManagementApiJson.Default.LogResponse);

/// <summary>Any value at all, as it came.</summary>
internal sealed class LogBodyConverter : JsonConverter<LogBody?>
{
    public override LogBody? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var value = JsonDocument.ParseValue(ref reader);
        return new LogBody(value.RootElement.GetRawText());
    }

    public override void Write(Utf8JsonWriter writer, LogBody? value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Answers are read, never written.");
}
