using System.Text;
using Auth0Connector.ObjectStore.Failures;

namespace Auth0Connector.ObjectStore.Naming;

/// <summary>An object in a store, as <c>s3://bucket/key</c>. The key is taken as it is written: nothing in it is decoded.</summary>
public sealed record ObjectName
{
    private const int LongestBucket = 255;
    private const int LongestKey = 1024;
    private static readonly string[] OtherStores = ["gs", "gcs", "az", "azure", "azblob", "abfs", "abfss", "wasbs", "r2", "minio", "http", "https", "ftp", "file"];

    private ObjectName(string bucket, string key)
    {
        Bucket = bucket;
        Key = key;
    }

    /// <summary>The bucket.</summary>
    public string Bucket { get; }

    /// <summary>The key in it, without a slash before it.</summary>
    public string Key { get; }

    /// <summary>Whether a name is one in a store, of any kind, and so none on this disk.</summary>
    public static bool IsOne(string text) => Scheme(text) is { } scheme && (scheme == "s3" || OtherStores.Contains(scheme, StringComparer.Ordinal));

    /// <summary>Reads a name; <see langword="null"/> for one on this disk.</summary>
    /// <exception cref="ObjectStoreException">It is in a store that is not known here, or lacks something.</exception>
    public static ObjectName? TryParse(string text)
    {
        if (!IsOne(text))
        {
            return null;
        }

        var scheme = Scheme(text)!;
        if (scheme != "s3")
        {
            throw Mistake($"{scheme}:// is no store that is read or written here, s3://bucket/key is; or name a local file, and copy it there with the store's own tool");
        }

        var rest = text["s3://".Length..];
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        var (bucket, key) = slash < 0 ? (rest, "") : (rest[..slash], rest[(slash + 1)..]);
        if (bucket.Length is 0 or > LongestBucket || !bucket.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_'))
        {
            throw Mistake("the name of the bucket is missing or has other characters than letters, digits, '.', '-' and '_'; write s3://bucket/key");
        }

        if (key.Length == 0 || key.EndsWith('/'))
        {
            throw Mistake($"'{text}' names no object; write s3://bucket/key, such as s3://audit/auth0/sync.c1z");
        }

        if (Encoding.UTF8.GetByteCount(key) > LongestKey || key.Any(char.IsControl) || !IsText(key))
        {
            throw Mistake($"the key has more than {LongestKey} bytes, or characters that no key has; choose another");
        }

        return new ObjectName(bucket, key);
    }

    /// <inheritdoc/>
    public override string ToString() => $"s3://{Bucket}/{Key}";

    private static string? Scheme(string text)
    {
        var end = text.IndexOf("://", StringComparison.Ordinal);
        return end > 0 ? text[..end].ToLowerInvariant() : null;
    }

    private static bool IsText(string key)
    {
        // A half of a surrogate pair has no bytes of its own.
        for (var at = 0; at < key.Length; at += Rune.GetRuneAt(key, at).Utf16SequenceLength)
        {
            if (!Rune.TryGetRuneAt(key, at, out _))
            {
                return false;
            }
        }

        return true;
    }

    private static ObjectStoreException Mistake(string message) => new(ObjectStoreErrorKind.Settings, message);
}
