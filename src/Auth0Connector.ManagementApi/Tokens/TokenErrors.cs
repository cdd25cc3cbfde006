using System.Net;
using Auth0Connector.ManagementApi.Failures;
using Auth0Connector.ManagementApi.Records;

namespace Auth0Connector.ManagementApi.Tokens;

/// <summary>Says what a refusal of <c>/oauth/token</c> means and what to do (API reference, section 1.2).</summary>
internal static class TokenErrors
{
    public const string Endpoint = "/oauth/token";

    public static ManagementApiException Read(HttpStatusCode status, ErrorAnswer? answer, string audience)
    {
        var (kind, message) = Explain(status, answer, audience);
        return new ManagementApiException(kind, message)
        {
            StatusCode = status,
            ErrorCode = answer?.Error,
            Endpoint = Endpoint,
        };
    }

    // The status varies between sources for each of these, so the error and its description decide.
    private static (ManagementApiErrorKind Kind, string Message) Explain(HttpStatusCode status, ErrorAnswer? answer, string audience)
    {
        var description = answer?.ErrorDescription ?? "";
        if (description.StartsWith("Client is not authorized to access", StringComparison.Ordinal))
        {
            return (ManagementApiErrorKind.CredentialsRefused,
                $"the application is not authorized for the Management API ({audience}): authorize it under Applications > APIs, with the read scopes");
        }

        if (description.StartsWith("Service not enabled within domain", StringComparison.Ordinal))
        {
            return (ManagementApiErrorKind.CredentialsRefused,
                $"the tenant does not know the audience {audience}: behind a custom domain name the tenant's own with --auth0-audience, trailing slash included");
        }

        return answer?.Error switch
        {
            "unauthorized_client" => (ManagementApiErrorKind.CredentialsRefused,
                "the application may not use client_credentials: use a machine-to-machine application"),
            "invalid_client" or "access_denied" => (ManagementApiErrorKind.CredentialsRefused,
                "the tenant refused the client id with this secret or key: check --auth0-client-id and the credential, and that both belong to this tenant"),
            _ when status == HttpStatusCode.NotFound => (ManagementApiErrorKind.CredentialsRefused,
                "there is no Auth0 tenant at this base URL: check --auth0-base-url"),
            _ => (ManagementApiErrorKind.CredentialsRefused,
                $"the token endpoint answered {(int)status}{(answer?.Error is { Length: < 64 } error ? $" ({error})" : "")}"),
        };
    }
}
