using Auth0Connector.AccessFile.Messages;
using Auth0Connector.ManagementApi.Records;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Sync.Mapping;

/// <summary>Single messages as a sync writes them, for whoever tells of one person or one grant without a sync.</summary>
public static class SyncedMessages
{
    /// <summary>A resource type that a sync can read.</summary>
    public static ResourceType Type(string id) => ResourceTypeMessages.Of(id);

    /// <summary>A person, who must have an id.</summary>
    public static Resource User(UserRecord user) => Resource.Parser.ParseFrom(UserMapper.Of(user, user.UserId!));

    /// <summary>A role, which must have an id.</summary>
    public static Resource Role(RoleRecord role) => ResourceMapper.Role(role, role.Id!);

    /// <summary>An organization, which must have an id.</summary>
    public static Resource Organization(OrganizationRecord organization) => ResourceMapper.Organization(organization, organization.Id!);

    /// <summary>A grant of what a resource gives by a slug; what a group holds, everybody in it holds.</summary>
    public static Grant Grant(Resource resource, string slug, string principalTypeId, string principalId)
    {
        var grant = GrantMapper.Of(resource, slug, principalTypeId, principalId);
        if (principalTypeId == ResourceTypeIds.Group)
        {
            grant.Annotations.Add(Annotation.Pack(GrantMapper.ThroughGroup(principalId)));
        }

        return grant;
    }
}
