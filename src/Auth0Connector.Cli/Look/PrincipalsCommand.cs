using Auth0Connector.Cli.Lists;
using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Shell;

namespace Auth0Connector.Cli.Look;

/// <summary>Lists who holds grants.</summary>
internal static class PrincipalsCommand
{
    /// <summary>What it is called, which settings it has and what it does.</summary>
    public static CommandDefinition Definition { get; } = new()
    {
        Name = "principals",
        Summary = "Lists who holds anything, each once; 'compare' holds two lists against each other.",
        Settings = [
            LookFlags.ResourceType, LookFlags.Resource, LookFlags.Entitlement, PrincipalsFlags.CompareFile, PrincipalsFlags.CompareEntitlement,
            LookFlags.User, LookFlags.Role, LookFlags.Organization, ListFlags.Status, .. LookFlags.OfLists,
        ],
        Words = ["compare"],
        WordIsOptional = true,
        Examples =
        [
            ("auth0-connector principals --role Admin --status enabled", "the holders of one role"),
            ("auth0-connector principals compare -e role:rol_1:assigned --compare-file okta.c1z --compare-entitlement group:7:member", "who is missing there, and who is there besides"),
        ],
        Run = RunAsync,
    };

    /// <summary>Runs it.</summary>
    public static Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var settings = context.Settings;
        if (context.Word is not null)
        {
            return ComparePrincipalsCommand.RunAsync(context, cancellationToken);
        }

        if (settings.Given(PrincipalsFlags.CompareFile) is not null || settings.Given(PrincipalsFlags.CompareEntitlement) is not null)
        {
            throw new UsageException("--compare-file and --compare-entitlement belong to 'principals compare'");
        }

        ChosenRows.CheckGrants(settings);
        var filter = new RowFilter(settings);
        return FileList.ShowAsync(
            context,
            ResourceColumns.Principals,
            (file, stop) => file.List.Principals(ChosenRows.Grants(file.List, settings, stop), stop).Where(view => filter.HasStatus(view.Resource) && filter.Matches(view.Resource)),
            cancellationToken);
    }
}
