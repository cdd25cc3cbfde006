using Auth0Connector.Analysis.Reach;
using Auth0Connector.Cli.Files;
using Auth0Connector.Cli.Lists;
using Auth0Connector.Cli.Look;
using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Shell;

namespace Auth0Connector.Cli.Reach;

/// <summary>Lists everybody who reaches something, and how.</summary>
internal static class WhoCommand
{
    /// <summary>What it is called, which settings it has and what it does.</summary>
    public static CommandDefinition Definition { get; } = new()
    {
        Name = "who",
        Summary = "Lists everybody who reaches a permission, role, organization or group, and how.",
        Settings = [.. ReachFlags.Targets, ListFlags.Status, .. LookFlags.OfLists],
        Examples =
        [
            ("auth0-connector who --role Admin", "the holders, also those by a group"),
            ("auth0-connector who --permission read:invoices --status enabled -o csv", "for a spreadsheet"),
        ],
        Run = RunAsync,
    };

    /// <summary>Runs it.</summary>
    public static Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (session, settings) = (context.Session, context.Settings);
        ReachTargets.Check(settings, "who");
        var options = ListOptions<HolderRow>.Read(settings, WhoColumns.Shape);
        var filter = new RowFilter(settings);
        using var file = OpenedFile.Open(session, settings, cancellationToken);
        var list = file.List;

        var reach = AccessReach.Open(list, cancellationToken);
        var text = new PathText(list, reach);
        var targets = ReachTargets.Find(list, reach, settings, cancellationToken);
        ListOutput.Write(
            session,
            WhoColumns.Shape,
            options,
            reach.Who(targets, cancellationToken)
                .Where(holder => filter.HasStatus(holder.Principal) && filter.Matches(holder.Principal))
                .Select(holder => new HolderRow(holder, text)));
        return Task.FromResult(ExitCodes.Complete);
    }
}
