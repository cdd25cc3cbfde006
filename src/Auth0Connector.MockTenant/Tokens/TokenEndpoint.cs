using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Auth0Connector.MockTenant.Http;
using Auth0Connector.MockTenant.Limits;

namespace Auth0Connector.MockTenant.Tokens;

/// <summary><c>POST /oauth/token</c> for client credentials, with the errors of reference 1.2.</summary>
internal sealed class TokenEndpoint : IDisposable
{
    private const string AssertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private readonly MockTenantOptions _options;
    private readonly string _audience;
    private readonly TokenStore _tokens;
    private readonly AssertionValidator? _assertions;
    private long _asked;

    public TokenEndpoint(MockTenantOptions options, Uri baseUrl, string audience, TokenStore tokens)
    {
        _options = options;
        _audience = audience;
        _tokens = tokens;
        _assertions = options.ClientPublicKeyPem is { } pem
            ? new AssertionValidator(pem, options.ClientId, baseUrl.AbsoluteUri, options.Clock)
            : null;
    }

    public void AddTo(RouteTable routes) => routes.Add(
        new Route("POST", "oauth/token", ScopeRule.None, LimitGroup.Token, AnswerAsync) { IsProtected = false });

    public void Dispose() => _assertions?.Dispose();

    private async Task AnswerAsync(ApiCall call, CancellationToken cancellationToken)
    {
        if (await TokenRequest.ReadAsync(call, cancellationToken) is not { } request)
        {
            call.FailToken(400, "invalid_request", "The body must be a form or a JSON object");
            return;
        }

        if (request["grant_type"] is not "client_credentials")
        {
            call.FailToken(403, "unsupported_grant_type", $"Unsupported grant type: {request["grant_type"]}");
            return;
        }

        if (!await AuthenticateAsync(call, request) || !IsAuthorized(call, request) || !IsWithinQuota(call))
        {
            return;
        }

        var token = _tokens.Issue(_options.Scopes);
        call.SetHeader("Cache-Control", "no-store");
        call.WriteJson(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("access_token", token);
            if (_options.TokensNameScopes)
            {
                writer.WriteString("scope", string.Join(' ', _options.Scopes));
            }

            writer.WriteNumber("expires_in", (long)_options.TokenLifetime.TotalSeconds);
            writer.WriteString("token_type", "Bearer");
            writer.WriteEndObject();
        });
    }

    private async Task<bool> AuthenticateAsync(ApiCall call, TokenRequest request)
    {
        // With private_key_jwt the client id may be left to the assertion.
        if (request["client_id"] is { } client ? client != _options.ClientId : request["client_assertion"] is null)
        {
            call.FailToken(401, "invalid_client", "Unknown client.");
            return false;
        }

        if (_assertions is null)
        {
            var right = request["client_secret"] is { } secret && CryptographicOperations.FixedTimeEquals(
                Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(_options.ClientSecret));
            if (!right)
            {
                call.FailToken(401, "access_denied", "Unauthorized");
            }

            return right;
        }

        if (request["client_assertion"] is not { } assertion || request["client_assertion_type"] != AssertionType)
        {
            call.FailToken(401, "invalid_client", "Client authentication failed");
            return false;
        }

        if (await _assertions.ValidateAsync(assertion) is { } problem)
        {
            call.FailToken(401, "invalid_client", $"Client authentication failed: {problem}");
            return false;
        }

        return true;
    }

    private bool IsAuthorized(ApiCall call, TokenRequest request)
    {
        if (!_options.GrantTypeAllowed)
        {
            call.FailToken(403, "unauthorized_client", "Grant type 'client_credentials' not allowed for the client.");
            return false;
        }

        if (request["audience"] is not { Length: > 0 } audience)
        {
            call.FailToken(403, "access_denied", "No audience parameter was provided, and no default audience has been configured");
            return false;
        }

        if (audience != _audience)
        {
            call.FailToken(403, "access_denied", $"Service not enabled within domain: {audience}");
            return false;
        }

        if (!_options.ClientGrant)
        {
            call.FailToken(
                403,
                "access_denied",
                $"Client is not authorized to access \"{audience}\". You need to create a \"client-grant\" associated to this API. See: https://auth0.com/docs/api/v2#!/Client_Grants/post_client_grants");
            return false;
        }

        return true;
    }

    // auth0.com/docs, fine-grained M2M token quotas: b = bucket, q = quota, r = remaining, t = seconds to the reset.
    private bool IsWithinQuota(ApiCall call)
    {
        if (_options.TokenQuota is not { } quota)
        {
            return true;
        }

        var remaining = quota - Interlocked.Increment(ref _asked);
        call.SetHeader(
            "Auth0-Client-Quota-Limit",
            string.Create(CultureInfo.InvariantCulture, $"b=per_hour;q={quota};r={Math.Max(remaining, 0)};t=3540"));
        if (remaining >= 0)
        {
            return true;
        }

        call.SetHeader("Retry-After", "3540");
        call.FailToken(429, "too_many_requests", "Client quota exceeded");
        return false;
    }
}
