using Auth0Connector.AccessFile.Failures;
using Auth0Connector.Service.Tasks;
using Auth0Connector.Sync.Settings;
using Grpc.Core;

namespace Auth0Connector.Service.Syncs;

/// <summary>What the failure of a sync means for its task: nearly always that it may be handed out again.</summary>
internal static class SyncFailures
{
    /// <summary>The outcome of a failure.</summary>
    /// <param name="failure">What was thrown.</param>
    /// <param name="ofTenant">What a failure of the tenant means for any task.</param>
    public static TaskOutcome Of(Exception failure, Func<Exception, TaskOutcome> ofTenant) => failure switch
    {
        SyncException { Kind: SyncErrorKind.MissingScopes } scopes => TaskOutcome.Failed(StatusCode.PermissionDenied, Sentence(scopes)),
        SyncException { Kind: SyncErrorKind.Settings } settings => TaskOutcome.Refused(StatusCode.InvalidArgument, Sentence(settings)),
        SyncException incomplete => NotWhole(incomplete.Message),
        AccessFileException { Kind: AccessFileErrorKind.IdCollision } collision => NotWhole(collision.Message),
        AccessFileException { Kind: AccessFileErrorKind.DiskFull } full => TaskOutcome.Failed(StatusCode.ResourceExhausted, $"the connector has no space left: {full.Message}"),
        AccessFileException file => TaskOutcome.Failed(StatusCode.Internal, $"the connector cannot write its working file: {file.Message}"),
        _ => Again(ofTenant(failure)),
    };

    // A sync changes nothing, so trying it again is always safe.
    private static TaskOutcome Again(TaskOutcome outcome) =>
        outcome.Retryable ? outcome : TaskOutcome.Failed(outcome.Code, outcome.Message, outcome.Details);

    private static TaskOutcome NotWhole(string what) => TaskOutcome.Failed(
        StatusCode.Aborted,
        $"nothing was uploaded, since what was read is not proven to be everything: {what.TrimEnd('.')}. The former sync stands; the next one reads again");

    private static string Sentence(SyncException failure) => failure.Hint is { } hint ? $"{failure.Message.TrimEnd('.')}. {hint}" : failure.Message;
}
