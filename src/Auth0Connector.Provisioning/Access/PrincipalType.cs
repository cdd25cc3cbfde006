using Auth0Connector.Vocabulary;

namespace Auth0Connector.Provisioning.Access;

/// <summary>Whom a change is about.</summary>
public enum PrincipalType
{
    /// <summary>A person.</summary>
    User,

    /// <summary>A group.</summary>
    Group,

    /// <summary>A role, which can hold permissions.</summary>
    Role,
}

/// <summary>Principals as resource types.</summary>
internal static class PrincipalTypes
{
    private static readonly IReadOnlyList<(PrincipalType Type, string Id)> Ids =
        [(PrincipalType.User, ResourceTypeIds.User), (PrincipalType.Group, ResourceTypeIds.Group), (PrincipalType.Role, ResourceTypeIds.Role)];

    /// <summary>The id of the resource type.</summary>
    public static string Id(this PrincipalType type) => Ids.First(pair => pair.Type == type).Id;

    /// <summary>The principals of a resource type; <see langword="null"/> where none are.</summary>
    public static PrincipalType? Of(string id) => Ids.Where(pair => pair.Id == id).Select(static pair => (PrincipalType?)pair.Type).FirstOrDefault();
}
