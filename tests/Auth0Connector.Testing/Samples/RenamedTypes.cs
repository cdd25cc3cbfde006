using Auth0Connector.AccessFile.Messages;

namespace Auth0Connector.Testing.Samples;

/// <summary>The messages of a tenant with other names for its resource types; what is said of them stays.</summary>
public sealed class RenamedTypes(Func<string, string> rename)
{
    /// <summary>A resource type with the other names.</summary>
    public ResourceType Of(ResourceType type)
    {
        var copy = type.Clone();
        copy.Id = rename(type.Id);
        return copy;
    }

    /// <summary>A resource with the other names.</summary>
    public Resource Of(Resource resource)
    {
        var copy = resource.Clone();
        copy.Id.ResourceType = rename(copy.Id.ResourceType);
        if (copy.ParentResourceId is { } parent)
        {
            parent.ResourceType = rename(parent.ResourceType);
        }

        return copy;
    }

    /// <summary>An entitlement with the other names.</summary>
    public Entitlement Of(Entitlement entitlement)
    {
        var copy = entitlement.Clone();
        copy.Resource = Of(entitlement.Resource);
        return copy;
    }

    /// <summary>A grant with the other names.</summary>
    public Grant Of(Grant grant)
    {
        var copy = grant.Clone();
        copy.Entitlement.Resource = Of(grant.Entitlement.Resource);
        copy.Principal = Of(grant.Principal);
        return copy;
    }

    /// <summary>What a grant passes on with the other names.</summary>
    public GrantExpandable? Of(GrantExpandable? expandable)
    {
        if (expandable is null)
        {
            return null;
        }

        var copy = expandable.Clone();
        copy.ResourceTypeIds.Clear();
        copy.ResourceTypeIds.Add(expandable.ResourceTypeIds.Select(rename));
        return copy;
    }
}
