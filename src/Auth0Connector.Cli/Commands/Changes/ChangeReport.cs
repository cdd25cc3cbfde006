using Auth0Connector.Cli.Errors;
using Auth0Connector.Cli.Output;
using Auth0Connector.Provisioning;
using Auth0Connector.Provisioning.Changes;

namespace Auth0Connector.Cli.Commands.Changes;

/// <summary>Says what became of changes.</summary>
internal static class ChangeReport
{
    /// <summary>Says it and gives the exit code; what the tenant refused is an error.</summary>
    public static int Write(ChangeSession run, ChangeResult result, DateTimeOffset? until)
    {
        if (result.Outcome == ChangeOutcome.Failed)
        {
            throw new ProvisioningException(ProvisioningErrorKind.NotDone, $"{result.Change.Describe()}: {result.Why}");
        }

        var end = until is { } time ? $", until {time:u}" : string.Empty;
        run.Tell($"{Words(result)}: {result.Change.Describe()}{end}", ChangeJson.Of(result) with { Until = until });
        return result.IsSo ? ExitCodes.Complete : ExitCodes.Incomplete;
    }

    /// <summary>Shows what would be sent.</summary>
    public static async Task<int> WritePlanAsync(ChangeSession run, AccessChange change, CancellationToken cancellationToken)
    {
        if (await run.Changer.IsSoAsync(change, cancellationToken))
        {
            run.Tell($"nothing to send, {Words(new ChangeResult(change, ChangeOutcome.AlreadySo))}: {change.Describe()}", ChangeJson.Of(change, "already so"));
            return ExitCodes.Complete;
        }

        var request = PlannedRequest.Of(change);
        run.Tell(
            $"would send {request.Method} {request.Path} {request.Body}",
            ChangeJson.Of(change, "dry run") with { Request = $"{request.Method} {request.Path}", Body = request.Body });
        return ExitCodes.Complete;
    }

    public static string Words(ChangeResult result) => (result.Outcome, result.Change.IsGrant) switch
    {
        (ChangeOutcome.Done, true) => "granted",
        (ChangeOutcome.Done, false) => "revoked",
        (ChangeOutcome.AlreadySo, true) => "already granted",
        (ChangeOutcome.AlreadySo, false) => "already gone",
        (ChangeOutcome.Unseen, _) => "sent, but the tenant does not show it yet; run again to see",
        _ => "failed",
    };
}
