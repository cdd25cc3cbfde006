using System.Globalization;
using Auth0Connector.MockTenant.Http;

namespace Auth0Connector.MockTenant.Limits;

/// <summary>The tenant's buckets: a group's own one where the plan has it, otherwise the shared one.</summary>
internal sealed class RateLimits
{
    private readonly Dictionary<LimitGroup, TokenBucket> _own = [];
    private readonly TokenBucket? _shared;

    public RateLimits(MockTenantOptions options)
    {
        if (options.RateLimitPerSecond is { } rate)
        {
            var burst = options.Burst ?? Math.Max(1, (int)Math.Ceiling(rate));
            _shared = new TokenBucket("Global", burst, rate, options.Clock);
            return;
        }

        foreach (var row in RatePlans.RowsOf(options.Plan))
        {
            var bucket = new TokenBucket(row.Name, row.Burst, row.PerSecond, options.Clock);
            if (row.Groups.Count == 0)
            {
                _shared = bucket;
            }

            foreach (var group in row.Groups)
            {
                _own.Add(group, bucket);
            }
        }
    }

    /// <summary>Charges the request; false when it was refused and the answer is the 429.</summary>
    public bool Admit(ApiCall call, LimitGroup group)
    {
        if (!_own.TryGetValue(group, out var bucket))
        {
            // Token endpoint and storage are not part of the Management API: a limit of their own or none.
            bucket = group is LimitGroup.Token or LimitGroup.Storage ? null : _shared;
        }

        if (bucket is null)
        {
            return true;
        }

        var state = bucket.Take();
        call.SetHeader("x-ratelimit-limit", state.Limit.ToString(CultureInfo.InvariantCulture));
        call.SetHeader("x-ratelimit-remaining", state.Remaining.ToString(CultureInfo.InvariantCulture));
        call.SetHeader("x-ratelimit-reset", state.ResetSeconds.ToString(CultureInfo.InvariantCulture));
        if (state.Allowed)
        {
            return true;
        }

        // The real API sends Retry-After on some refusals only.
        if (state.Refusals % 2 == 0)
        {
            call.SetHeader(
                "Retry-After", Math.Max(1, Math.Ceiling(state.UntilNextSeconds)).ToString(CultureInfo.InvariantCulture));
        }

        if (group == LimitGroup.Token)
        {
            call.FailToken(429, "too_many_requests", "Global limit has been reached");
        }
        else
        {
            call.Fail(429, $"{bucket.Name} limit has been reached", "too_many_requests");
        }

        return false;
    }

    public void Reset()
    {
        _shared?.Refill();
        foreach (var bucket in _own.Values)
        {
            bucket.Refill();
        }
    }
}
