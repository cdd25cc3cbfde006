using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Auth0Connector.MockTenant.Tokens;

/// <summary>
/// Checks a client assertion as Auth0 documents it (auth0.com/docs, authenticate with private key JWT): algorithm,
/// signature, issuer = subject = client id, audience with the trailing slash, at most five minutes ahead, used once.
/// </summary>
internal sealed class AssertionValidator : IDisposable
{
    private const int MaximumBytes = 2048;
    private const int MaximumIdLength = 64;

    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan MaximumLifetime = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, DateTime> _used = new(StringComparer.Ordinal);
    private readonly RSA _key = RSA.Create();
    private readonly TimeProvider _clock;
    private readonly string _clientId;
    private readonly TokenValidationParameters _rules;

    public AssertionValidator(string publicKeyPem, string clientId, string audience, TimeProvider clock)
    {
        _key.ImportFromPem(publicKeyPem);
        _clock = clock;
        _clientId = clientId;
        _rules = new TokenValidationParameters
        {
            ValidIssuer = clientId,
            ValidAudience = audience,
            IgnoreTrailingSlashWhenValidatingAudience = false,
            IssuerSigningKey = new RsaSecurityKey(_key),
            TryAllIssuerSigningKeys = true,
            ValidAlgorithms = ["RS256", "RS384", "PS256"],
            RequireExpirationTime = true,

            // The library's own check reads the system's clock.
            LifetimeValidator = (notBefore, expires, _, _) => IsTimely(notBefore, expires),
        };
    }

    /// <summary>Null when the assertion is good, otherwise what is wrong with it.</summary>
    public async Task<string?> ValidateAsync(string assertion)
    {
        if (assertion.Length > MaximumBytes)
        {
            return "client_assertion is too large";
        }

        var result = await new JsonWebTokenHandler { MapInboundClaims = false }.ValidateTokenAsync(assertion, _rules);
        if (!result.IsValid || result.SecurityToken is not JsonWebToken token)
        {
            return $"client_assertion is not valid ({result.Exception?.GetType().Name ?? "unreadable"})";
        }

        if (!string.Equals(token.Subject, _clientId, StringComparison.Ordinal))
        {
            return "client_assertion sub must be the client id";
        }

        if (string.IsNullOrEmpty(token.Id) || token.Id.Length > MaximumIdLength)
        {
            return "client_assertion needs a jti of at most 64 characters";
        }

        return _used.TryAdd(token.Id, token.ValidTo) ? null : "client_assertion jti was already used";
    }

    public void Dispose() => _key.Dispose();

    private bool IsTimely(DateTime? notBefore, DateTime? expires)
    {
        var now = _clock.GetUtcNow().UtcDateTime;
        return expires is { } end && end > now && end <= now + MaximumLifetime + Skew
            && (notBefore is not { } begin || begin <= now + Skew);
    }
}
