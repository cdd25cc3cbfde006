namespace Auth0Connector.Vocabulary;

/// <summary>The resource types that we read; ids, names and traits are the Go connector's where it has them (format section 5).</summary>
public static class ResourceTypes
{
    /// <summary>All of them, in the order of the file.</summary>
    public static IReadOnlyList<ResourceTypeDefinition> All { get; } =
    [
        new(ResourceTypeIds.User, "User", ResourceTrait.User, ResourceAbilities.AccountProvisioning | ResourceAbilities.TargetedSync) { GivesNothing = true },
        new(ResourceTypeIds.Organization, "Organization", ResourceTrait.Group, ResourceAbilities.Provision | ResourceAbilities.TargetedSync),
        new(ResourceTypeIds.Role, "Role", ResourceTrait.Role, ResourceAbilities.Provision | ResourceAbilities.TargetedSync),
        new(ResourceTypeIds.ResourceServer, "Resource Server", ResourceTrait.None, ResourceAbilities.None),
        // The Go connector marks scopes as without entitlements; ours have one.
        new(ResourceTypeIds.Scope, "Scope", ResourceTrait.None, ResourceAbilities.None),
        new(ResourceTypeIds.Group, "Group", ResourceTrait.Group, ResourceAbilities.TargetedSync),
        new(ResourceTypeIds.Client, "Application", ResourceTrait.App, ResourceAbilities.None) { GivesNothing = true },
    ];

    /// <summary>The type with an id.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is none.</exception>
    public static ResourceTypeDefinition Of(string id) =>
        All.FirstOrDefault(type => type.Id == id) ?? throw new ArgumentOutOfRangeException(nameof(id), id, "no such resource type");
}
