using Auth0Connector.AccessFile.Messages;
using Auth0Connector.Analysis.Listing;
using Auth0Connector.Cli.Lists;

namespace Auth0Connector.Cli.Look;

/// <summary>The columns of entitlements and grants.</summary>
internal static class GrantColumns
{
    /// <summary>The list of entitlements.</summary>
    public static ListShape<EntitlementView> Entitlements { get; } = new(
        "entitlements",
        [
            new("id", "ID", view => view.Entitlement.Id),
            new("name", "Display name", view => view.Entitlement.DisplayName),
            new("type", "Resource type", view => ResourceColumns.Named(view.Type)),
            new("resource", "Resource", view => view.Resource.DisplayName),
            new("permission", "Permission", view => view.Entitlement.Slug),
            new("description", "Description", view => view.Entitlement.Description, IsShown: false),
            new("purpose", "Purpose", view => view.Entitlement.Purpose.ToString().ToLowerInvariant(), IsShown: false),
            new("resource_id", "Resource ID", view => view.Resource.Id?.Resource ?? string.Empty, IsShown: false),
        ],
        EntitlementView.WriteJson);

    /// <summary>The list of grants: who holds what. Ids, which repeat all that, come when asked for.</summary>
    public static ListShape<GrantView> Grants { get; } = new(
        "grants",
        [
            new("id", "ID", view => view.Grant.Id, IsShown: false),
            new("principal", "Principal", view => view.Principal.DisplayName),
            new("email", "E-mail", view => new Person(view.Principal).Email),
            new("type", "Resource type", view => ResourceColumns.Named(view.Type)),
            new("resource", "Resource", view => view.Resource.DisplayName),
            new("entitlement", "Entitlement", view => Slug(view.Entitlement)),
            new("direct", "Direct", view => view.IsDirect ? "yes" : "no", IsShown: false),
            new("sources", "Sources", view => view.Grant.Sources is { } sources ? string.Join(", ", sources.Sources.Keys.Order(StringComparer.Ordinal)) : string.Empty, IsShown: false),
            new("passes_on", "Passes on", view => view.Expandable is { } expandable ? string.Join(", ", expandable.EntitlementIds) : string.Empty, IsShown: false),
            new("status", "Status", view => new Person(view.Principal).Status, IsShown: false),
            new("principal_type", "Principal type", view => view.Principal.Id?.ResourceType ?? string.Empty, IsShown: false),
            new("principal_id", "Principal ID", view => view.Principal.Id?.Resource ?? string.Empty, IsShown: false),
            new("resource_id", "Resource ID", view => view.Resource.Id?.Resource ?? string.Empty, IsShown: false),
            new("entitlement_id", "Entitlement ID", view => view.Entitlement.Id, IsShown: false),
        ],
        GrantView.WriteJson);

    /// <summary>The short name of an entitlement, or the best there is: a role inside an organization has its id for a slug.</summary>
    public static string Slug(Entitlement entitlement)
    {
        var isId = entitlement.Slug.Length == 0 || entitlement.Slug.StartsWith("rol_", StringComparison.Ordinal);
        return !isId ? entitlement.Slug
            : entitlement.DisplayName.Length > 0 ? entitlement.DisplayName
            : entitlement.Slug.Length > 0 ? entitlement.Slug
            : entitlement.Id;
    }
}
