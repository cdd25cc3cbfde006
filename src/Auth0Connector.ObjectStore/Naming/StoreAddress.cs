using Auth0Connector.ObjectStore.Failures;

namespace Auth0Connector.ObjectStore.Naming;

/// <summary>Where a store is: AWS in a region, or another one that speaks its language.</summary>
internal sealed class StoreAddress
{
    private readonly Uri? _endpoint;

    private StoreAddress(Uri? endpoint, string region)
    {
        _endpoint = endpoint;
        Region = region;
    }

    /// <summary>The region that requests are signed for.</summary>
    public string Region { get; }

    /// <summary>Reads it from the variables of the ecosystem's tools.</summary>
    /// <param name="variable">Gives a variable, or nothing.</param>
    /// <param name="regionOfProfile">What the profile says.</param>
    public static StoreAddress Read(Func<string, string?> variable, string? regionOfProfile)
    {
        var region = Text(variable("AWS_REGION")) ?? Text(variable("AWS_DEFAULT_REGION")) ?? regionOfProfile ?? "us-east-1";
        if (!region.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'))
        {
            throw new ObjectStoreException(ObjectStoreErrorKind.Settings, "AWS_REGION: is no region; write one such as eu-central-1");
        }

        var (label, text) = Text(variable("AWS_ENDPOINT_URL_S3")) is { } own ? ("AWS_ENDPOINT_URL_S3", own) : ("AWS_ENDPOINT_URL", Text(variable("AWS_ENDPOINT_URL")));
        return new StoreAddress(text is null ? null : ReadUrl(label, text), region);
    }

    /// <summary>An address that a variable gives. Plain HTTP is for this machine only.</summary>
    public static Uri ReadUrl(string label, string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http") || url.Query.Length > 0 || url.UserInfo.Length > 0)
        {
            throw new ObjectStoreException(ObjectStoreErrorKind.Settings, $"{label}: is no address; write one such as https://s3.example.com");
        }

        return url.Scheme == "https" || url.IsLoopback
            ? url
            : throw new ObjectStoreException(ObjectStoreErrorKind.Settings, $"{label}: access files are not sent over plain HTTP; give an https:// address");
    }

    /// <summary>The domain of AWS that has a region.</summary>
    public static string Domain(string region) => region.StartsWith("cn-", StringComparison.Ordinal) ? "amazonaws.com.cn" : "amazonaws.com";

    /// <summary>The address of an object.</summary>
    public Uri Of(ObjectName name)
    {
        var key = UriEncoding.Path(name.Key);
        if (_endpoint is not null)
        {
            return Raw($"{_endpoint.GetLeftPart(UriPartial.Authority)}{_endpoint.AbsolutePath.TrimEnd('/')}/{name.Bucket}/{key}");
        }

        // A dot is one label more than the certificate covers.
        var isLabel = name.Bucket.All(static letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');
        var host = $"s3.{Region}.{Domain(Region)}";
        return Raw(isLabel ? $"https://{name.Bucket}.{host}/{key}" : $"https://{host}/{name.Bucket}/{key}");
    }

    // What tells this store from others, for the local folder of an object.
    public override string ToString() => _endpoint?.AbsoluteUri ?? Domain(Region);

    // Otherwise '//' and '..' of a key, and what need not have been escaped, would be tidied away after signing.
    private static Uri Raw(string text) => new(text, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
