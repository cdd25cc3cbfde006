using Auth0Connector.AccessFile.Format;
using Auth0Connector.AccessFile.Messages;
using Auth0Connector.ManagementApi.Records;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Sync.Mapping;

/// <summary>Roles, organizations and groups as resources. Absent texts are empty ones in their profiles, as the Go connector has them.</summary>
internal static class ResourceMapper
{
    public static Resource Role(RoleRecord role, string id) => new()
    {
        Id = Id(ResourceTypeIds.Role, id),
        DisplayName = Name(role.Name, id),
        Annotations = { Annotation.Pack(new RoleTrait()) },
        Profile = new ProfileBuilder()
            .Add("description", role.Description ?? "")
            .Add("id", id)
            .Add("name", role.Name ?? "")
            .Build(),
    };

    public static Resource Organization(OrganizationRecord organization, string id) => new()
    {
        Id = Id(ResourceTypeIds.Organization, id),
        DisplayName = Name(organization.Name, id),
        Annotations = { Annotation.Pack(new GroupTrait()) },
        Profile = new ProfileBuilder()
            .Add("display_name", organization.DisplayName ?? "")
            .Add("id", id)
            .Add("name", organization.Name ?? "")
            .Build(),
    };

    /// <summary>A role that an organization owns lies below it.</summary>
    public static Resource OwnedRole(RoleRecord role, string id, Resource organization)
    {
        var owned = Role(role, id);
        owned.ParentResourceId = organization.Id;
        return owned;
    }

    public static Resource Group(GroupRecord group, string id) => new()
    {
        Id = Id(ResourceTypeIds.Group, id),
        DisplayName = Name(group.Name, id),
        Annotations = { Annotation.Pack(new GroupTrait()) },
        Profile = new ProfileBuilder()
            .Add("id", id)
            .Add("name", group.Name ?? "")
            .Add("external_id", group.ExternalId)
            .Add("connection_id", group.ConnectionId)
            .Add("organization_id", group.OrganizationId)
            .Build(),
    };

    /// <summary>The organization with the connections where whoever signs in becomes a member.</summary>
    public static Resource WithAutomaticMembership(Resource organization, IReadOnlyList<string> connections)
    {
        var extended = organization.Clone();
        extended.Profile = new ProfileBuilder()
            .Add("display_name", Profiles.Find(organization, "display_name")!.StringValue)
            .Add("id", organization.Id.Resource)
            .Add("name", Profiles.Find(organization, "name")!.StringValue)
            .Add("automatic_membership_connections", connections)
            .Build();
        return extended;
    }

    public static ResourceId Id(string typeId, string id) => new() { ResourceType = typeId, Resource = id };

    /// <summary>A display name is never empty and never over the limit that the ecosystem checks (format section 6).</summary>
    public static string Name(string? name, string id) =>
        TextLimits.Cut(CleanText.Of(string.IsNullOrWhiteSpace(name) ? id : name), TextLimits.Name);
}
