using System.Net;
using Auth0Connector.ManagementApi.Failures;
using Auth0Connector.Provisioning;
using Auth0Connector.Service.Protocol;
using Auth0Connector.Service.Secrets;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Auth0Connector.Service.Tasks;

/// <summary>
/// The one map of failures, of the tenant and of what is done to it, to the ecosystem's codes. Whether a task may be handed
/// out again is no matter of the failure but of the task: changes may not, syncs and actions may (service mode, section 8).
/// </summary>
public static class TenantCodes
{
    /// <summary>The failure as it is told to ConductorOne.</summary>
    public static TaskFailure Of(Exception failure) => failure switch
    {
        TaskMistakeException mistake => new TaskFailure(mistake.Code, mistake.Message),
        SecretException secret => new TaskFailure(StatusCode.InvalidArgument, secret.Message),
        ManagementApiException tenant => new TaskFailure(CodeOf(tenant), $"{Beginning(tenant)}: {tenant.Message}") { Details = DetailsOf(tenant) },
        ProvisioningException change => Of(change),
        OperationCanceledException => new TaskFailure(StatusCode.Cancelled, "it was stopped before it was done"),
        IOException or UnauthorizedAccessException => new TaskFailure(StatusCode.Internal, "a file of the connector cannot be read or written; its log says which"),
        _ => new TaskFailure(StatusCode.Unknown, $"the connector met an error that it did not expect ({failure.GetType().Name}); its log says more"),
    };

    /// <summary>The end of a task that may be handed out again.</summary>
    public static TaskOutcome Failed(Exception failure) => Of(failure).Outcome(isRetryable: true);

    /// <summary>The end of a task that must not be handed out again.</summary>
    public static TaskOutcome Refused(Exception failure) => Of(failure).Outcome(isRetryable: false);

    /// <summary>The code of a failure of the tenant.</summary>
    public static StatusCode CodeOf(ManagementApiException failure) => failure.Kind switch
    {
        ManagementApiErrorKind.CredentialsRefused => StatusCode.Unauthenticated,
        ManagementApiErrorKind.MissingScope => StatusCode.PermissionDenied,
        ManagementApiErrorKind.FeatureMissing when failure.StatusCode == HttpStatusCode.Forbidden => StatusCode.PermissionDenied,
        ManagementApiErrorKind.FeatureMissing => StatusCode.Unimplemented,
        ManagementApiErrorKind.NotFound => StatusCode.NotFound,
        // By this code and the reset in the details the ecosystem tells a limit from an outage; both pass.
        ManagementApiErrorKind.RateLimited or ManagementApiErrorKind.TokensLimited => StatusCode.Unavailable,
        ManagementApiErrorKind.Unavailable or ManagementApiErrorKind.BadAnswer => StatusCode.Unavailable,
        ManagementApiErrorKind.Conflict => StatusCode.FailedPrecondition,
        // Some endpoints say of somebody who is not there that the request is wrong (API reference, section 5).
        ManagementApiErrorKind.BadRequest when failure.ErrorCode?.StartsWith("inexistent_", StringComparison.Ordinal) == true => StatusCode.NotFound,
        ManagementApiErrorKind.BadRequest => StatusCode.InvalidArgument,
        _ => StatusCode.Internal,
    };

    private static TaskFailure Of(ProvisioningException failure)
    {
        var code = failure.Kind switch
        {
            ProvisioningErrorKind.NotFound => StatusCode.NotFound,
            ProvisioningErrorKind.Unusable => StatusCode.Unimplemented,
            ProvisioningErrorKind.NotDone when failure.InnerException is ManagementApiException refusal => CodeOf(refusal),
            ProvisioningErrorKind.Ambiguous or ProvisioningErrorKind.NotDone => StatusCode.FailedPrecondition,
            ProvisioningErrorKind.Locked => StatusCode.Unavailable,
            _ => StatusCode.Internal,
        };
        return new TaskFailure(code, failure.Message);
    }

    private static string Beginning(ManagementApiException failure) => failure.Kind switch
    {
        ManagementApiErrorKind.CredentialsRefused => "Auth0 refuses the connector's credentials",
        ManagementApiErrorKind.MissingScope => "the connector's application in Auth0 lacks a scope",
        ManagementApiErrorKind.FeatureMissing => "the Auth0 tenant does not allow or offer this",
        ManagementApiErrorKind.NotFound => "the Auth0 tenant does not have it",
        ManagementApiErrorKind.RateLimited => "Auth0 limits the rate of requests for now",
        ManagementApiErrorKind.TokensLimited => "Auth0 gives the connector no more tokens for now",
        ManagementApiErrorKind.Unavailable => "the Auth0 tenant cannot be reached or fails",
        ManagementApiErrorKind.Conflict => "the Auth0 tenant refuses it as it is there already, or over a limit",
        ManagementApiErrorKind.BadRequest => "the Auth0 tenant refuses it as wrong",
        ManagementApiErrorKind.BadAnswer => "the Auth0 tenant does not answer as its API documents",
        ManagementApiErrorKind.Unproven => "nothing shows that what Auth0 listed is all there is",
        _ => "an answer of the Auth0 tenant is too large",
    };

    private static Any[] DetailsOf(ManagementApiException failure) =>
        failure.Kind is ManagementApiErrorKind.RateLimited or ManagementApiErrorKind.TokensLimited
            ?
            [
                Any.Pack(new RateLimitDescription
                {
                    Status = RateLimitDescription.Types.RateLimitStatus.StatusOverlimit,
                    ResetAt = failure.Until is { } reset ? Timestamp.FromDateTimeOffset(reset) : null,
                }),
            ]
            : [];
}
