using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Auth0Connector.ManagementApi.Failures;
using Auth0Connector.ManagementApi.Http;

namespace Auth0Connector.ManagementApi.Tokens;

/// <summary>How many tokens an application or its organization may still ask for (API reference, section 1.2, quota headers).</summary>
/// <param name="Bucket">Such as <c>per_hour</c>.</param>
/// <param name="Limit">Tokens in that time.</param>
/// <param name="Reset">How long until there are more.</param>
internal sealed record TokenQuota(string Bucket, long Limit, TimeSpan Reset)
{
    private static readonly string[] Headers = ["Auth0-Client-Quota-Limit", "Auth0-Organization-Quota-Limit"];

    // A longer wait than any that is meant would only overflow dates.
    private const long MostSeconds = 10L * 366 * 86400;

    /// <summary>The used-up quota that is longest in coming back; <see langword="null"/> where the answer names none.</summary>
    public static TokenQuota? UsedUp(HttpResponseHeaders headers) =>
        Headers.SelectMany(name => headers.TryGetValues(name, out var values) ? values : [])
            .SelectMany(static value => value.Split(','))
            .Select(Read)
            .OfType<TokenQuota>()
            .MaxBy(static quota => quota.Reset);

    /// <summary>
    /// The end of asking, where the token endpoint wants a longer wait than anybody should sit through; <see langword="null"/>
    /// where waiting is worth it.
    /// </summary>
    public static ManagementApiException? EndOf(HttpResponseMessage response, TimeSpan patience, DateTimeOffset now)
    {
        var isLimit = response.StatusCode == HttpStatusCode.TooManyRequests;
        var quota = isLimit ? UsedUp(response.Headers) : null;
        var wait = RetryRules.AskedPause(response, now) is { } asked && asked > (quota?.Reset ?? TimeSpan.Zero) ? asked : quota?.Reset;
        if (wait is not { } pause || pause <= patience)
        {
            return null;
        }

        var until = now + (pause < TimeSpan.FromSeconds(MostSeconds) ? pause : TimeSpan.FromSeconds(MostSeconds));
        var what = isLimit
            ? "the tenant gives this application no more tokens for now" + (quota is null ? "" : string.Create(CultureInfo.InvariantCulture, $": its quota {quota.Bucket} of {quota.Limit} is used up"))
            : string.Create(CultureInfo.InvariantCulture, $"the token endpoint answered {(int)response.StatusCode}");
        return new ManagementApiException(
            isLimit ? ManagementApiErrorKind.TokensLimited : ManagementApiErrorKind.Unavailable,
            string.Create(CultureInfo.InvariantCulture, $"{what}; it asks to come back at {until.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC"))
        {
            StatusCode = response.StatusCode,
            Endpoint = TokenErrors.Endpoint,
            Until = until,
        };
    }

    // b=per_hour;q=10;r=0;t=3540
    private static TokenQuota? Read(string text)
    {
        string? bucket = null;
        long? limit = null;
        long? left = null;
        long? seconds = null;
        foreach (var part in text.Split(';', StringSplitOptions.TrimEntries))
        {
            var value = part.Length > 2 && part[1] == '=' ? part[2..] : "";
            switch (part.Length > 0 ? part[0] : ' ')
            {
                case 'b' when value.Length is > 0 and < 32 && value.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter == '_'):
                    bucket = value;
                    break;
                case 'q':
                    limit = Number(value);
                    break;
                case 'r':
                    left = Number(value);
                    break;
                case 't':
                    seconds = Number(value);
                    break;
            }
        }

        return bucket is not null && limit is { } most && left is 0 && seconds is { } reset
            ? new TokenQuota(bucket, most, TimeSpan.FromSeconds(Math.Min(reset, MostSeconds)))
            : null;
    }

    private static long? Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
