using Auth0Connector.AccessFile.Messages;
using Auth0Connector.AccessFile.Reading;
using Auth0Connector.Analysis.Listing;
using Auth0Connector.Cli.Looking;
using Auth0Connector.Cli.Settings;

namespace Auth0Connector.Cli.Commands;

/// <summary>The lists of a file: resource types, resources, entitlements, grants.</summary>
internal static class ListCommands
{
    /// <summary>Lists the resource types.</summary>
    public static Task<int> ResourceTypesAsync(Session session, Invocation invocation, CancellationToken cancellationToken)
    {
        var settings = LookCommand.Resolve(session, invocation, LookTable.OfLists);
        var filter = new RowFilter(settings);
        return LookCommand.ShowAsync(
            session,
            settings,
            ResourceColumns.Types,
            (file, stop) => file.List.ResourceTypes(stop).Where(type => filter.Matches(type.Id, type.DisplayName)),
            cancellationToken);
    }

    /// <summary>Lists the resources.</summary>
    public static Task<int> ResourcesAsync(Session session, Invocation invocation, CancellationToken cancellationToken)
    {
        var settings = LookCommand.Resolve(session, invocation, LookTable.Resources);
        var filter = new RowFilter(settings);
        return LookCommand.ShowAsync(
            session,
            settings,
            ResourceColumns.Resources,
            (file, stop) => file.List.Resources(Filter(file.List, settings, stop), stop).Where(view => filter.HasStatus(view.Resource) && filter.Matches(view.Resource)),
            cancellationToken);
    }

    /// <summary>Lists the entitlements.</summary>
    public static Task<int> EntitlementsAsync(Session session, Invocation invocation, CancellationToken cancellationToken)
    {
        var settings = LookCommand.Resolve(session, invocation, LookTable.Entitlements);
        var filter = new RowFilter(settings);
        return LookCommand.ShowAsync(
            session,
            settings,
            GrantColumns.Entitlements,
            (file, stop) => file.List.Entitlements(EntitlementFilter(file.List, settings, stop), stop)
                .Where(view => filter.Matches(view.Entitlement.Id, view.Entitlement.DisplayName, view.Entitlement.Slug, view.Resource.DisplayName)),
            cancellationToken);
    }

    /// <summary>Lists the grants.</summary>
    public static Task<int> GrantsAsync(Session session, Invocation invocation, CancellationToken cancellationToken)
    {
        var settings = LookCommand.Resolve(session, invocation, LookTable.Grants);
        Selection.CheckGrants(settings);
        var filter = new RowFilter(settings);
        return LookCommand.ShowAsync(
            session,
            settings,
            GrantColumns.Grants,
            (file, stop) => file.List.Grants(Selection.Grants(file.List, settings, stop), stop)
                .Where(view => filter.HasStatus(view.Principal)
                    && filter.Matches([view.Grant.Id, view.Resource.DisplayName, view.Entitlement.DisplayName, .. RowFilter.Texts(view.Principal)])),
            cancellationToken);
    }

    private static ResourceFilter Filter(AccessList list, ResolvedSettings settings, CancellationToken cancellationToken) =>
        Selection.One(list, settings, cancellationToken, LookTable.User, LookTable.Role, LookTable.Organization) is { } one
            ? new ResourceFilter { ResourceTypeId = one.ResourceType, ResourceId = one.Resource }
            : new ResourceFilter { ResourceTypeId = settings.Text(LookTable.ResourceType) };

    private static EntitlementFilter EntitlementFilter(AccessList list, ResolvedSettings settings, CancellationToken cancellationToken)
    {
        ResourceId? one = Selection.One(list, settings, cancellationToken, LookTable.Role, LookTable.Organization);
        return new EntitlementFilter { ResourceTypeId = one?.ResourceType ?? settings.Text(LookTable.ResourceType), ResourceId = one?.Resource };
    }
}
