using Auth0Connector.Cli.Lists;
using Auth0Connector.Cli.Run;

namespace Auth0Connector.Cli.Look;

/// <summary>Lists the grants of a file, row by row as it has them.</summary>
internal static class GrantsCommand
{
    /// <summary>What it is called, which settings it has and what it does.</summary>
    public static CommandDefinition Definition { get; } = new()
    {
        Name = "grants",
        Summary = "Lists who holds what, row by row as the file has it.",
        Settings =
        [
            LookFlags.ResourceType, LookFlags.Resource, LookFlags.Entitlement, LookFlags.User, LookFlags.Role, LookFlags.Organization, ListFlags.Status, .. LookFlags.OfLists,
        ],
        Examples =
        [
            ("auth0-connector grants --user ada@example.com", "what the rows say of one person"),
            ("auth0-connector grants --role Admin -o json", "in the JSON of the ecosystem's reader"),
        ],
        Run = RunAsync,
    };

    /// <summary>Runs it.</summary>
    public static Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var settings = context.Settings;
        ChosenRows.CheckGrants(settings);
        var filter = new RowFilter(settings);
        return FileList.ShowAsync(
            context,
            GrantColumns.Grants,
            (file, stop) => file.List.Grants(ChosenRows.Grants(file.List, settings, stop), stop)
                .Where(view => filter.HasStatus(view.Principal)
                    && filter.Matches([view.Grant.Id, view.Resource.DisplayName, view.Entitlement.DisplayName, .. RowFilter.Texts(view.Principal)])),
            cancellationToken);
    }
}
