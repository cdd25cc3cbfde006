using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace Auth0Connector.ManagementApi.Http;

/// <summary>Which answers may pass, and how long to wait: pure arithmetic, apart from the loop that uses it.</summary>
internal static class RetryRules
{
    // A per-second bucket often says "reset now"; asking again at once would be hammering (section 7).
    private static readonly TimeSpan ShortestRefusalPause = TimeSpan.FromSeconds(1);

    /// <summary>Whether another attempt may be answered otherwise.</summary>
    /// <remarks>What a server cannot do at all (501, 505 and their like) it cannot do in a minute either.</remarks>
    public static bool MayPass(HttpStatusCode status) => (int)status switch
    {
        408 or 425 or 429 => true,
        501 or 505 or 506 or 508 or 510 or 511 => false,
        var other => other >= 500,
    };

    /// <summary>The pause an answer asks for: <c>Retry-After</c> first, then <c>x-ratelimit-reset</c> on a 429.</summary>
    /// <remarks>Both are measured on the server's clock where the answer carries its <c>Date</c>.</remarks>
    public static TimeSpan? AskedPause(HttpResponseMessage response, DateTimeOffset now)
    {
        var serverNow = response.Headers.Date ?? now;
        var pause = RetryAfter(response.Headers.RetryAfter, serverNow);
        if (response.StatusCode != HttpStatusCode.TooManyRequests)
        {
            return pause;
        }

        pause ??= RateLimitReset(response.Headers, serverNow);
        return pause is null || pause < ShortestRefusalPause ? ShortestRefusalPause : pause;
    }

    /// <summary>The pause before the next attempt: what was asked for, or doubling from the base, plus up to a quarter of jitter.</summary>
    /// <param name="attempt">Attempts made so far, from 1.</param>
    /// <param name="asked">What the answer asked for.</param>
    /// <param name="baseDelay">First pause.</param>
    /// <param name="maxDelay">Longest pause.</param>
    /// <param name="random">In [0, 1).</param>
    public static TimeSpan Pause(int attempt, TimeSpan? asked, TimeSpan baseDelay, TimeSpan maxDelay, double random)
    {
        // The exponent is bounded so that the product cannot overflow.
        var doubled = baseDelay * Math.Pow(2, Math.Clamp(attempt - 1, 0, 30));
        var pause = asked > doubled ? asked.Value : doubled;
        if (pause > maxDelay)
        {
            pause = maxDelay;
        }

        return pause + (pause * (random / 4));
    }

    private static TimeSpan? RetryAfter(RetryConditionHeaderValue? header, DateTimeOffset serverNow)
    {
        var pause = header?.Delta ?? header?.Date - serverNow;
        return pause < TimeSpan.Zero ? TimeSpan.Zero : pause;
    }

    private static TimeSpan? RateLimitReset(HttpResponseHeaders headers, DateTimeOffset serverNow)
    {
        if (!headers.TryGetValues("x-ratelimit-reset", out var values)
            || !long.TryParse(values.FirstOrDefault(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var seconds)
            || seconds is < 0 or > 253_402_300_799)
        {
            return null;
        }

        return DateTimeOffset.FromUnixTimeSeconds(seconds) - serverNow;
    }
}
