using Auth0Connector.AccessFile.Format;
using Auth0Connector.AccessFile.Messages;
using Auth0Connector.ManagementApi.Records;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Sync.Mapping;

/// <summary>APIs and their scopes as resources, byte for byte the Go connector's. A signing secret is not even in the record.</summary>
internal static class PermissionMapper
{
    public static Resource ResourceServer(ResourceServerRecord server, string id) => new()
    {
        Id = ResourceMapper.Id(ResourceTypeIds.ResourceServer, id),
        DisplayName = ResourceMapper.Name(server.Name, server.Identifier ?? id),
    };

    public static Resource Scope(Resource server, string identifier, ApiScopeRecord scope) => new()
    {
        Id = ResourceMapper.Id(ResourceTypeIds.Scope, ScopeIds.Of(identifier, scope.Value!)),
        ParentResourceId = server.Id,
        DisplayName = ScopeName(server.DisplayName, scope.Value!),
        Description = TextLimits.Cut(scope.Description ?? "", TextLimits.Description),
    };

    /// <summary>A scope as a role, a user or an application names it: without the API's id, and so without a parent.</summary>
    public static Resource Reference(string identifier, string? serverName, string scope) => new()
    {
        Id = ResourceMapper.Id(ResourceTypeIds.Scope, ScopeIds.Of(identifier, scope)),
        DisplayName = ScopeName(ResourceMapper.Name(serverName, identifier), scope),
    };

    private static string ScopeName(string server, string scope) => ResourceMapper.Name($"{server}/{scope}", scope);
}
