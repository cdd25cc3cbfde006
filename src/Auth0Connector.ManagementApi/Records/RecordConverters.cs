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
