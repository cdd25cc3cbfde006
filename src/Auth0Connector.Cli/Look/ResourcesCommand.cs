using Auth0Connector.AccessFile.Reading;
using Auth0Connector.Analysis.Listing;
using Auth0Connector.Cli.Lists;
using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Settings;

namespace Auth0Connector.Cli.Look;

/// <summary>Lists the resources of a file.</summary>
internal static class ResourcesCommand
{
    /// <summary>What it is called, which settings it has and what it does.</summary>
    public static CommandDefinition Definition { get; } = new()
    {
        Name = "resources",
        Summary = "Lists people, roles, organizations and every other resource.",
        Settings = [LookFlags.ResourceType, LookFlags.User, LookFlags.Role, LookFlags.Organization, ListFlags.Status, .. LookFlags.OfLists],
        Examples =
        [
            ("auth0-connector resources -t user --status disabled", "everybody who is blocked"),
            ("auth0-connector resources -t user --columns email,last_login --sort last_login -o csv", "who was not seen for longest"),
        ],
        Run = RunAsync,
    };

    /// <summary>Runs it.</summary>
    public static Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var settings = context.Settings;
        var filter = new RowFilter(settings);
        return FileList.ShowAsync(
            context,
            ResourceColumns.Resources,
            (file, stop) => file.List.Resources(Filter(file.List, settings, stop), stop).Where(view => filter.HasStatus(view.Resource) && filter.Matches(view.Resource)),
            cancellationToken);
    }

    private static ResourceFilter Filter(AccessList list, ResolvedSettings settings, CancellationToken cancellationToken) =>
        ChosenRows.One(list, settings, cancellationToken, LookFlags.User, LookFlags.Role, LookFlags.Organization) is { } one
            ? new ResourceFilter { ResourceTypeId = one.ResourceType, ResourceId = one.Resource }
            : new ResourceFilter { ResourceTypeId = settings.Text(LookFlags.ResourceType) };
}
