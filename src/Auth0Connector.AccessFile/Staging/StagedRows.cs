using Auth0Connector.AccessFile.Messages;
using Google.Protobuf;

namespace Auth0Connector.AccessFile.Staging;

/// <summary>A resource type on its way into the file.</summary>
public sealed record StagedResourceType(string Id, byte[] Data)
{
    /// <summary>The row of a message.</summary>
    public static StagedResourceType From(ResourceType message) => new(message.Id, message.ToByteArray());
}

/// <summary>A resource on its way into the file, already serialised.</summary>
public sealed record StagedResource(string TypeId, string ResourceId, string? ParentTypeId, string? ParentId, byte[] Data)
{
    /// <summary>The row of a message.</summary>
    public static StagedResource From(Resource message) => new(
        message.Id.ResourceType,
        message.Id.Resource,
        message.ParentResourceId?.ResourceType,
        message.ParentResourceId?.Resource,
        message.ToByteArray());
}

/// <summary>An entitlement on its way into the file, already serialised.</summary>
public sealed record StagedEntitlement(string TypeId, string ResourceId, string EntitlementId, byte[] Data)
{
    /// <summary>The row of a message.</summary>
    public static StagedEntitlement From(Entitlement message) => new(
        message.Resource.Id.ResourceType,
        message.Resource.Id.Resource,
        message.Id,
        message.ToByteArray());
}

/// <summary>A grant on its way into the file, already serialised.</summary>
/// <param name="TypeId">Resource type of the entitlement's resource.</param>
/// <param name="ResourceId">Id of the entitlement's resource.</param>
/// <param name="EntitlementId">Id of the entitlement.</param>
/// <param name="PrincipalTypeId">Resource type of the principal.</param>
/// <param name="PrincipalId">Id of the principal.</param>
/// <param name="GrantId">Id of the grant.</param>
/// <param name="Expansion">Serialised <see cref="GrantExpandable"/>; it stands in a column of its own, never in the data (format section 4).</param>
/// <param name="Data">The serialised grant.</param>
public sealed record StagedGrant(
    string TypeId,
    string ResourceId,
    string EntitlementId,
    string PrincipalTypeId,
    string PrincipalId,
    string GrantId,
    byte[]? Expansion,
    byte[] Data)
{
    /// <summary>The row of a message.</summary>
    public static StagedGrant From(Grant message, GrantExpandable? expandable = null) => new(
        message.Entitlement.Resource.Id.ResourceType,
        message.Entitlement.Resource.Id.Resource,
        message.Entitlement.Id,
        message.Principal.Id.ResourceType,
        message.Principal.Id.Resource,
        message.Id,
        expandable?.ToByteArray(),
        message.ToByteArray());
}
