using Auth0Connector.AccessFile.Format;
using Auth0Connector.AccessFile.Messages;
using Auth0Connector.ManagementApi.Records;
using Auth0Connector.Service.Protocol;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Service.Events;

/// <summary>
/// What a write of the Management API means for who holds what. The log promises no form: where the body does not tell whom it
/// is about, only the thing that the path names is told as changed, never more.
/// </summary>
internal static class LoggedWrites
{
    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["users"] = ResourceTypeIds.User,
        ["roles"] = ResourceTypeIds.Role,
        ["organizations"] = ResourceTypeIds.Organization,
        ["groups"] = ResourceTypeIds.Group,
        ["clients"] = ResourceTypeIds.Client,
        ["resource-servers"] = ResourceTypeIds.ResourceServer,
    };

    // By what an answer names what was made.
    private static readonly string[] IdNames = ["user_id", "id", "client_id"];

    /// <summary>The events of a write; none where it changed nothing that is synced.</summary>
    public static IReadOnlyList<Event> Of(LogRecord line)
    {
        if (line.Details?.Request is not { } request || line.Details.Response?.StatusCode is < 200 or > 299)
        {
            return [];
        }

        var path = LoggedPath.Segments(request.Path);
        var isGrant = string.Equals(request.Method, "POST", StringComparison.OrdinalIgnoreCase);
        var isChange = isGrant || string.Equals(request.Method, "DELETE", StringComparison.OrdinalIgnoreCase);
        var given = isChange ? Given(path, request.Body, isGrant) : [];
        return given.Count > 0 ? given : Changed(path, line.Details.Response?.Body) is { } changed ? [changed] : [];
    }

    /// <summary>A resource that was made, changed, or deleted.</summary>
    public static Event Changed(string type, string id) => new() { ResourceChangeEvent = new ResourceChangeEvent { ResourceId = Id(type, id) } };

    /// <summary>Somebody got, or lost, what a resource gives.</summary>
    public static Event Held(bool isGrant, string type, string id, string slug, string principalType, string principalId)
    {
        var entitlement = new Entitlement
        {
            Resource = new Resource { Id = Id(type, id) },
            Id = AccessIds.Entitlement(type, id, slug),
            Slug = slug,
        };
        var principal = new Resource { Id = Id(principalType, principalId) };
        return isGrant
            ? new Event { CreateGrantEvent = new CreateGrantEvent { Entitlement = entitlement, Principal = principal } }
            : new Event { CreateRevokeEvent = new CreateRevokeEvent { Entitlement = entitlement, Principal = principal } };
    }

    private static IReadOnlyList<Event> Given(IReadOnlyList<string> path, LogBody? body, bool isGrant) => path switch
    {
        ["users", var user, "roles"] => All(body, "roles", role => Held(isGrant, ResourceTypeIds.Role, role, EntitlementSlugs.Assigned, ResourceTypeIds.User, user)),
        ["roles", var role, "users"] => All(body, "users", user => Held(isGrant, ResourceTypeIds.Role, role, EntitlementSlugs.Assigned, ResourceTypeIds.User, user)),
        ["groups", var group, "roles"] => All(body, "roles", role => Held(isGrant, ResourceTypeIds.Role, role, EntitlementSlugs.Assigned, ResourceTypeIds.Group, group)),
        ["groups", var group, "members"] => All(body, "members", user => Held(isGrant, ResourceTypeIds.Group, group, EntitlementSlugs.Member, ResourceTypeIds.User, user)),
        ["organizations", var organization, "members"] => All(
            body, "members", user => Held(isGrant, ResourceTypeIds.Organization, organization, EntitlementSlugs.Member, ResourceTypeIds.User, user)),
        ["organizations", var organization, "members", var user, "roles"] => All(
            body, "roles", role => Held(isGrant, ResourceTypeIds.Organization, organization, role, ResourceTypeIds.User, user)),
        ["organizations", var organization, "groups", var group, "roles"] => All(
            body, "roles", role => Held(isGrant, ResourceTypeIds.Organization, organization, role, ResourceTypeIds.Group, group)),
        _ => [],
    };

    // All of them or none: a list that is half told, or hidden behind signs, says nothing sure.
    private static IReadOnlyList<Event> All(LogBody? body, string name, Func<string, Event> tell) =>
        body?.Texts(name) is { Count: > 0 } ids && ids.All(static id => id?.Any(char.IsLetterOrDigit) == true)
            ? [.. ids.Distinct(StringComparer.Ordinal).Select(id => tell(id!))]
            : [];

    private static Event? Changed(IReadOnlyList<string> path, LogBody? answer)
    {
        if (path.Count == 0 || !Types.TryGetValue(path[0], out var type))
        {
            return null;
        }

        var id = path.Count > 1 ? path[1] : IdNames.Select(name => answer?.Text(name)).FirstOrDefault(static text => !string.IsNullOrEmpty(text));
        return id is null ? null : Changed(type, id);
    }

    private static ResourceId Id(string type, string id) => new() { ResourceType = type, Resource = id };
}
