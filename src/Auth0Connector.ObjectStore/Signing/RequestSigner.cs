using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Auth0Connector.ObjectStore.Credentials;

namespace Auth0Connector.ObjectStore.Signing;

/// <summary>AWS Signature Version 4: who asks, for what, and that nobody changed it on the way.</summary>
internal static class RequestSigner
{
    /// <summary>SHA-256 of a request without a body.</summary>
    public const string EmptyPayload = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private const string Algorithm = "AWS4-HMAC-SHA256";

    /// <summary>A time as the header and the signature have it.</summary>
    public static string Stamp(DateTimeOffset now) => now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Adds time, hash and signature to a request to the store; all of its headers are signed.</summary>
    public static void Sign(HttpRequestMessage request, string payloadHash, StoreCredentials credentials, string region, DateTimeOffset now)
    {
        request.Headers.Add("x-amz-date", Stamp(now));
        request.Headers.Add("x-amz-content-sha256", payloadHash);
        if (credentials.SessionToken is { } token)
        {
            request.Headers.Add("x-amz-security-token", token);
        }

        var url = request.RequestUri!;
        var headers = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["host"] = url.Authority };
        foreach (var (name, values) in request.Headers.NonValidated)
        {
            // Not part of what is asked: a proxy may change it.
            if (!name.Equals("Expect", StringComparison.OrdinalIgnoreCase))
            {
                headers[name.ToLowerInvariant()] = string.Join(',', values);
            }
        }

        var authorization = Authorization(request.Method.Method, url.AbsolutePath, query: "", headers, payloadHash, credentials, new SigningScope(region, "s3", now));
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
    }

    /// <summary>The header that proves a request.</summary>
    /// <param name="method">GET, PUT and so on.</param>
    /// <param name="path">The path as it is sent, encoded.</param>
    /// <param name="query">The query as it is signed: sorted and encoded.</param>
    /// <param name="headers">The headers to sign, in small letters.</param>
    /// <param name="payloadHash">SHA-256 of the body.</param>
    /// <param name="credentials">The keys.</param>
    /// <param name="scope">Where and when it counts.</param>
    public static string Authorization(
        string method, string path, string query, SortedDictionary<string, string> headers, string payloadHash, StoreCredentials credentials, SigningScope scope)
    {
        var signed = string.Join(';', headers.Keys);
        var canonical = new StringBuilder().Append(method).Append('\n').Append(path).Append('\n').Append(query).Append('\n');
        foreach (var (name, value) in headers)
        {
            canonical.Append(name).Append(':').Append(Collapsed(value)).Append('\n');
        }

        canonical.Append('\n').Append(signed).Append('\n').Append(payloadHash);
        var text = $"{Algorithm}\n{Stamp(scope.Now)}\n{scope}\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical.ToString())))}";
        var key = Encoding.UTF8.GetBytes("AWS4" + credentials.SecretKey);
        foreach (var part in scope.ToString().Split('/'))
        {
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        }

        var signature = Hex(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)));
        return $"{Algorithm} Credential={credentials.AccessKeyId}/{scope}, SignedHeaders={signed}, Signature={signature}";
    }

    /// <summary>Bytes as signatures write them.</summary>
    public static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);

    // Space before, behind and twice in a value is not signed.
    private static string Collapsed(string value) => string.Join(' ', value.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
