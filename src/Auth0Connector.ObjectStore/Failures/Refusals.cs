using System.Globalization;
using System.Net;

namespace Auth0Connector.ObjectStore.Failures;

/// <summary>What a store's answer means, and what a person can do about it.</summary>
internal static class Refusals
{
    private static readonly string[] ExpiredCodes = ["ExpiredToken", "ExpiredTokenException", "TokenRefreshRequired"];
    private static readonly string[] PassingCodes = ["SlowDown", "InternalError", "ServiceUnavailable", "RequestTimeout", "OperationAborted"];

    /// <summary>Whether the credentials have run out, so that new ones may do.</summary>
    public static bool IsExpired(string? code) => ExpiredCodes.Contains(code, StringComparer.Ordinal);

    /// <summary>Whether the same request may be answered otherwise a little later.</summary>
    public static bool IsPassing(HttpStatusCode status, string? code) =>
        ((int)status >= 500 && status != HttpStatusCode.NotImplemented) || status is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout || PassingCodes.Contains(code, StringComparer.Ordinal);

    /// <summary>The failure that an answer is.</summary>
    /// <param name="action">What was to be done, such as <c>read</c>.</param>
    /// <param name="name">The object.</param>
    /// <param name="status">The status.</param>
    /// <param name="code">The store's own word for it, if it gave one.</param>
    /// <param name="region">The region that the store says the bucket is in, if it does.</param>
    public static ObjectStoreException From(string action, string name, HttpStatusCode status, string? code, string? region)
    {
        var said = code ?? ((int)status).ToString(CultureInfo.InvariantCulture);
        var kind = code == "NoSuchKey" ? ObjectStoreErrorKind.NotFound
            : IsPassing(status, code) ? ObjectStoreErrorKind.Unreachable
            : ObjectStoreErrorKind.Refused;
        return new ObjectStoreException(kind, $"Cannot {action} '{name}': the object store answered {said}; {Remedy(action, status, code, region)}");
    }

    private static string Remedy(string action, HttpStatusCode status, string? code, string? region) => code switch
    {
        _ when region is not null => $"the bucket is in another region: set AWS_REGION={region}",
        "NoSuchBucket" => "make the bucket, or correct its name",
        "NoSuchKey" => "check the key",
        "InvalidAccessKeyId" => "the store does not know the access key: check AWS_ACCESS_KEY_ID or the profile",
        "SignatureDoesNotMatch" => "the secret key is another one: check AWS_SECRET_ACCESS_KEY or the profile",
        "NotImplemented" => "it takes no conditional writes, without which another run's file could be overwritten: use one that does",
        "RequestTimeTooSkewed" => "check this machine's clock",
        "EntityTooLarge" => "one request stores 5 GiB at most: keep fewer syncs (--keep-syncs)",
        "XAmzContentSHA256Mismatch" or "BadDigest" => "what came there was not what was sent: run again",
        _ when IsExpired(code) => "the session token has run out: take a new one",
        _ when status == HttpStatusCode.Forbidden => $"give the keys the right to {(action == "read" ? "s3:GetObject, s3:ListBucket" : "s3:PutObject")} for it",
        _ when IsPassing(status, code) => "run again later",
        _ => "check the address of the store (AWS_ENDPOINT_URL_S3), the bucket and the key",
    };
}
