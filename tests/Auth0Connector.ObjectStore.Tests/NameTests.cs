using Auth0Connector.ObjectStore.Failures;
using Auth0Connector.ObjectStore.Naming;

namespace Auth0Connector.ObjectStore.Tests;

/// <summary>Names of objects, and the addresses that they become.</summary>
public sealed class NameTests
{
    [Theory]
    [InlineData("sync.c1z")]
    [InlineData("/var/s3:/sync.c1z")]
    [InlineData("c:\\data\\sync.c1z")]
    [InlineData("odd://name")]
    public void Names_on_this_disk_are_none(string text) => Assert.Null(ObjectName.TryParse(text));

    [Theory]
    [InlineData("s3://bucket")]
    [InlineData("s3://bucket/")]
    [InlineData("s3:///key")]
    [InlineData("s3://bucket/folder/")]
    [InlineData("s3://bu cket/key")]
    [InlineData("s3://user@host/key")]
    [InlineData("s3://bucket/a\nb")]
    [InlineData("gs://bucket/key")]
    [InlineData("az://container/key")]
    [InlineData("https://bucket.s3.amazonaws.com/key")]
    public void Others_are_mistakes(string text) =>
        Assert.Equal(ObjectStoreErrorKind.Settings, Assert.Throws<ObjectStoreException>(() => ObjectName.TryParse(text)).Kind);

    [Fact]
    public void Half_a_character_is_no_key() =>
        Assert.Equal(ObjectStoreErrorKind.Settings, Assert.Throws<ObjectStoreException>(static () => ObjectName.TryParse("s3://bucket/" + (char)0xd800)).Kind);

    [Theory]
    [InlineData("s3://audit/a/sync.c1z", null, "eu-central-1", "https://audit.s3.eu-central-1.amazonaws.com/a/sync.c1z")]
    [InlineData("S3://audit.example/sync.c1z", null, "eu-central-1", "https://s3.eu-central-1.amazonaws.com/audit.example/sync.c1z")]
    [InlineData("s3://audit/sync.c1z", null, "cn-north-1", "https://audit.s3.cn-north-1.amazonaws.com.cn/sync.c1z")]
    [InlineData("s3://audit/a//b/../c", "https://s3.example.com/base/", null, "https://s3.example.com/base/audit/a//b/../c")]
    [InlineData("s3://audit/a b+c%41|:日", "http://127.0.0.1:9000", null, "http://127.0.0.1:9000/audit/a%20b%2Bc%2541%7C%3A%E6%97%A5")]
    public void A_name_has_one_address(string text, string? endpoint, string? region, string expected)
    {
        var address = StoreAddress.Read(name => name switch { "AWS_ENDPOINT_URL" => endpoint, "AWS_REGION" => region, _ => null }, regionOfProfile: null);

        var url = address.Of(ObjectName.TryParse(text)!);

        Assert.Equal(expected, $"{url.Scheme}://{url.Authority}{url.AbsolutePath}");
    }

    [Theory]
    [InlineData("http://s3.example.com")]
    [InlineData("s3.example.com")]
    [InlineData("https://user:secret@s3.example.com")]
    public void An_endpoint_is_https_or_this_machine(string endpoint)
    {
        var failure = Assert.Throws<ObjectStoreException>(() => StoreAddress.Read(name => name == "AWS_ENDPOINT_URL_S3" ? endpoint : null, null));

        Assert.StartsWith("AWS_ENDPOINT_URL_S3: ", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", failure.Message, StringComparison.Ordinal);
    }
}
