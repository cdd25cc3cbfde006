using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Auth0Connector.MockTenant.Data;
using Auth0Connector.MockTenant.Http;

namespace Auth0Connector.MockTenant.Tokens;

/// <summary>The access tokens given out, until they expire.</summary>
internal sealed class TokenStore(MockTenantOptions options)
{
    private const int PruneAbove = 1000;

    private readonly ConcurrentDictionary<string, Grant> _grants = new(StringComparer.Ordinal);
    private readonly ulong _seed = Mixing.Hash((ulong)options.Seed, 0x70CE);
    private long _issued;

    public long Issued => Interlocked.Read(ref _issued);

    public string Issue(IReadOnlyList<string> scopes)
    {
        var number = (ulong)Interlocked.Increment(ref _issued);
        var now = options.Clock.GetUtcNow();
        if (_grants.Count > PruneAbove)
        {
            foreach (var (old, grant) in _grants)
            {
                if (grant.Expires <= now)
                {
                    _ = _grants.TryRemove(old, out _);
                }
            }
        }

        var token = string.Create(
            CultureInfo.InvariantCulture, $"mock-token-{number}-{Mixing.Hash(_seed, number):x16}{Mixing.Hash(~_seed, number):x16}");
        _grants[token] = new Grant(now + options.TokenLifetime, scopes.ToHashSet(StringComparer.Ordinal));
        return token;
    }

    /// <summary>Makes every token given out so far invalid.</summary>
    public void Revoke() => _grants.Clear();

    /// <summary>The scopes of the caller's token; otherwise the answer is the 401.</summary>
    public bool TryRead(ApiCall call, [NotNullWhen(true)] out IReadOnlySet<string>? scopes)
    {
        scopes = null;
        var header = call.Context.Request.Headers.Authorization.ToString();
        if (header.Length == 0)
        {
            call.Fail(401, "Missing authentication");
            return false;
        }

        const string Scheme = "Bearer ";
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            call.Fail(401, "Bad HTTP authentication header format");
            return false;
        }

        if (_grants.TryGetValue(header[Scheme.Length..], out var grant) && grant.Expires > options.Clock.GetUtcNow())
        {
            scopes = grant.Scopes;
            return true;
        }

        call.Fail(401, "Invalid token");
        return false;
    }

    private sealed record Grant(DateTimeOffset Expires, IReadOnlySet<string> Scopes);
}
