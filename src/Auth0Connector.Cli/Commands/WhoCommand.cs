using Auth0Connector.Analysis.Reach;
using Auth0Connector.Cli.Errors;
using Auth0Connector.Cli.Looking;
using Auth0Connector.Cli.Reaching;
using Auth0Connector.Cli.Settings;

namespace Auth0Connector.Cli.Commands;

/// <summary>Lists everybody who reaches something, and how.</summary>
internal static class WhoCommand
{
    /// <summary>Runs it.</summary>
    public static Task<int> RunAsync(Session session, Invocation invocation, CancellationToken cancellationToken)
    {
        var settings = LookCommand.Resolve(session, invocation, ReachTable.Who);
        ReachTargets.Check(settings, "who");
        PathText? text = null;
        var shape = WhoColumns.Of(() => text!);
        var options = ListOptions<Holder>.Read(settings, shape);
        var filter = new RowFilter(settings);
        using var file = OpenedFile.Open(session, settings, cancellationToken);
        var list = file.List;

        var reach = AccessReach.Open(list, cancellationToken);
        text = new PathText(list, reach);
        var targets = ReachTargets.Find(list, reach, settings, cancellationToken);
        ListOutput.Write(
            session,
            shape,
            options,
            reach.Who(targets, cancellationToken).Where(holder => filter.HasStatus(holder.Principal) && filter.Matches(holder.Principal)));
        return Task.FromResult(ExitCodes.Complete);
    }
}
