using System.Text.Json;
using System.Text.Json.Serialization;
using Auth0Connector.ManagementApi.Records;

namespace Auth0Connector.ManagementApi.Writes;

internal sealed record RolesBody(IReadOnlyList<string> Roles);

internal sealed record MembersBody(IReadOnlyList<string> Members);

internal sealed record PermissionsBody(IReadOnlyList<PermissionKey> Permissions);

internal sealed record PermissionKey(string ResourceServerIdentifier, string PermissionName);

internal sealed record BlockedBody(bool Blocked);

internal sealed record PasswordBody(string Password, string Connection)
{
    public override string ToString() => nameof(PasswordBody);
}

/// <summary>Source-generated writers of every body that is sent.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.General,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RolesBody))]
[JsonSerializable(typeof(MembersBody))]
[JsonSerializable(typeof(PermissionsBody))]
[JsonSerializable(typeof(BlockedBody))]
[JsonSerializable(typeof(PasswordBody))]
[JsonSerializable(typeof(AccountRequest))]
internal sealed partial class WriteBodies : JsonSerializerContext;
