using Grpc.Core;

namespace Auth0Connector.Service.Cloud;

/// <summary>
/// A call to ConductorOne that failed. Its message is a sentence that names the host and carries no token, assertion or
/// secret: it may be shown and logged.
/// </summary>
public sealed class CloudException(CloudFailure failure, StatusCode code, string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    /// <summary>What it means.</summary>
    public CloudFailure Failure { get; } = failure;

    /// <summary>The call's status; <see cref="StatusCode.Unavailable"/> where there was none.</summary>
    public StatusCode Code { get; } = code;

    /// <summary>Whether waiting may help.</summary>
    public bool MayPass => Failure is CloudFailure.Unreachable or CloudFailure.Untrusted or CloudFailure.Unavailable;

    /// <summary>Whether a token was refused with which a call was made, so that one with a new token is worth it.</summary>
    internal bool IsTokenRefused { get; init; }
}
