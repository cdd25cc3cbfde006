using Auth0Connector.Cli.Shell;
using Auth0Connector.Provisioning;
using Auth0Connector.Provisioning.Access;
using Auth0Connector.Provisioning.Journal;

namespace Auth0Connector.Cli.Change;

/// <summary>Says what became of changes.</summary>
internal static class ChangeReport
{
    /// <summary>Says it and gives the exit code; what the tenant refused is an error.</summary>
    public static int Write(ChangeSession run, ChangeResult result, AccessNames names, DateTimeOffset? until)
    {
        if (result.Outcome == ChangeOutcome.Failed)
        {
            throw new ProvisioningException(ProvisioningErrorKind.NotDone, $"{result.Change.Describe()}: {result.Why}");
        }

        var json = ChangeJson.Of(result, names) with { Until = until };
        var end = until is { } time ? $", until {time:u}" : string.Empty;
        if (result.Request is { } request && !run.IsJson)
        {
            run.Tell(Sending(request), json);
        }

        run.Tell($"{Words(result)}: {names.Describe(result.Change)}{end}", json);
        return run.End(result.IsSo || result.Outcome == ChangeOutcome.Planned ? ExitCodes.Complete : ExitCodes.Incomplete);
    }

    /// <summary>The request that a dry run shows, as it would be sent.</summary>
    public static string Sending(PlannedRequest request) => $"would send {request.Method} {request.Path} {request.Body}".TrimEnd();

    public static string Words(ChangeResult result) => (result.Outcome, result.Change.IsGrant) switch
    {
        (ChangeOutcome.Done, true) => "granted",
        (ChangeOutcome.Done, false) => "revoked",
        (ChangeOutcome.AlreadySo, true) => "already granted",
        (ChangeOutcome.AlreadySo, false) => "already gone",
        (ChangeOutcome.Unseen, _) => "sent, but the tenant does not show it yet; run again to see",
        (ChangeOutcome.Planned, true) => "would be granted",
        (ChangeOutcome.Planned, false) => "would be revoked",
        _ => "failed",
    };
}
