using Auth0Connector.AccessFile.Messages;
using Auth0Connector.AccessFile.Reading;
using Auth0Connector.Analysis.Listing;
using Auth0Connector.Cli.Lists;
using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Settings;

namespace Auth0Connector.Cli.Look;

/// <summary>Lists the entitlements of a file.</summary>
internal static class EntitlementsCommand
{
    /// <summary>What it is called, which settings it has and what it does.</summary>
    public static CommandDefinition Definition { get; } = new()
    {
        Name = "entitlements",
        Summary = "Lists what can be held.",
        Settings = [LookFlags.ResourceType, LookFlags.Role, LookFlags.Organization, .. LookFlags.OfLists],
        Examples = [("auth0-connector entitlements --organization acme", "membership and roles of one organization")],
        Run = RunAsync,
    };

    /// <summary>Runs it.</summary>
    public static Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var settings = context.Settings;
        var filter = new RowFilter(settings);
        return FileList.ShowAsync(
            context,
            GrantColumns.Entitlements,
            (file, stop) => file.List.Entitlements(EntitlementFilter(file.List, settings, stop), stop)
                .Where(view => filter.Matches(view.Entitlement.Id, view.Entitlement.DisplayName, view.Entitlement.Slug, view.Resource.DisplayName)),
            cancellationToken);
    }

    private static EntitlementFilter EntitlementFilter(AccessList list, ResolvedSettings settings, CancellationToken cancellationToken)
    {
        ResourceId? one = ChosenRows.One(list, settings, cancellationToken, LookFlags.Role, LookFlags.Organization);
        return new EntitlementFilter { ResourceTypeId = one?.ResourceType ?? settings.Text(LookFlags.ResourceType), ResourceId = one?.Resource };
    }
}
