using System.Globalization;
using System.Net;
using Auth0Connector.ManagementApi.Connections;
using Grpc.Core;

namespace Auth0Connector.Service.Cloud;

/// <summary>Says what a failure of ConductorOne means, in a sentence with its host. Quotes of a server's words are short and clean.</summary>
internal sealed class CloudFaults(Uri root, ConnectionSettings settings)
{
    private readonly string _host = root.Authority;

    /// <summary>No answer in time.</summary>
    /// <param name="what">What was asked for, as <c>Hello</c>.</param>
    /// <param name="patience">How long it was waited for.</param>
    /// <param name="cause">What ended the wait.</param>
    public CloudException TimedOut(string what, TimeSpan patience, Exception cause) =>
        new(CloudFailure.Unavailable, StatusCode.DeadlineExceeded, $"{_host} did not answer {what} within {Seconds(patience)} s{Through()}", cause);

    /// <summary>A call that failed.</summary>
    /// <param name="what">Its name.</param>
    /// <param name="status">How it ended.</param>
    /// <param name="token">The token it was made with, which the answer may repeat.</param>
    public CloudException OfCall(string what, Status status, string token)
    {
        if (status.DebugException is { } local && OfExchange(what, local) is { } known)
        {
            return known;
        }

        var words = status.DebugException is null ? ServerText.After(status.Detail, token) : "";
        var answered = $"{_host} answered {what} with {status.StatusCode} ({((int)status.StatusCode).ToString(CultureInfo.InvariantCulture)}){words}";
        return status.StatusCode switch
        {
            StatusCode.Unauthenticated => new CloudException(
                CloudFailure.CredentialsRefused,
                status.StatusCode,
                $"{_host} refused our token for {what}{words}")
            { IsTokenRefused = true },
            StatusCode.PermissionDenied or StatusCode.InvalidArgument or StatusCode.Unimplemented or StatusCode.FailedPrecondition
                or StatusCode.NotFound or StatusCode.AlreadyExists or StatusCode.OutOfRange => new CloudException(CloudFailure.Refused, status.StatusCode, answered),
            _ => new CloudException(CloudFailure.Unavailable, status.StatusCode, answered),
        };
    }

    /// <summary>What kept an exchange from an answer; <see langword="null"/> where that is none of the network's faults.</summary>
    public CloudException? OfExchange(string what, Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is ForeignAnswerException foreign)
            {
                return new CloudException(
                    CloudFailure.Unavailable, StatusCode.Unavailable, $"{_host} answered {what} with {foreign.Message}; a proxy or a load balancer may stand between{Through()}", failure);
            }

            if (cause is HttpRequestException { HttpRequestError: HttpRequestError.VersionNegotiationError })
            {
                return Unreachable("it does not speak HTTP/2 with us, which calls need; a proxy that looks into TLS may stand between" + Through(), failure);
            }

            if (cause is HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded })
            {
                return new CloudException(
                    CloudFailure.Unavailable, StatusCode.Unavailable, $"{_host} answered {what} with headers larger than {ConnectionHandler.MostHeaderKilobytes} kB", failure);
            }

            if (ConnectionTrouble.Of(cause, root, settings) is { } trouble)
            {
                return Unreachable(trouble.Words, failure, trouble.IsUntrusted ? CloudFailure.Untrusted : CloudFailure.Unreachable);
            }
        }

        return failure is HttpRequestException or IOException or HttpProtocolException
            ? Unreachable($"the connection was cut before {what} was answered" + Through(), failure)
            : null;
    }

    /// <summary>An answer of the token endpoint that may be another one later.</summary>
    public CloudException TokensUnavailable(string what) =>
        new(CloudFailure.Unavailable, StatusCode.Unavailable, $"the token endpoint of {_host} {what}");

    /// <summary>The token endpoint's refusal.</summary>
    public CloudException CredentialsRefused(HttpStatusCode status, string words, string hint) => new(
        CloudFailure.CredentialsRefused,
        StatusCode.Unauthenticated,
        $"{_host} refused the client id with this secret ({(int)status}){words}; check that both are of one connector, and not revoked{hint}");

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);

    private CloudException Unreachable(string why, Exception cause, CloudFailure failure = CloudFailure.Unreachable) =>
        new(failure, StatusCode.Unavailable, $"cannot reach {_host}: {why}", cause);

    private string Through() => ConnectionTrouble.ProxyFor(root, settings);
}
