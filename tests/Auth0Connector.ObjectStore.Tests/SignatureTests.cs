using Auth0Connector.ObjectStore.Credentials;
using Auth0Connector.ObjectStore.Naming;
using Auth0Connector.ObjectStore.Signing;

namespace Auth0Connector.ObjectStore.Tests;

/// <summary>Signatures are those that AWS publishes: of its test suite, and of the examples in the documentation of S3.</summary>
public sealed class SignatureTests
{
    private const string Suite = "20150830T123600Z";
    private const string Documentation = "20130524T000000Z";

    public static TheoryData<string, string, string, string, string, string> Published => new()
    {
        { "get-vanilla", "GET", "/", "", "", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31" },
        { "get-vanilla-query-order-key-case", "GET", "/", "Param1=value1&Param2=value2", "", "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500" },
        { "get-header-value-trim", "GET", "/", "", "my-header1: value1 ;my-header2: \"a   b   c\"", "acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736" },
        { "post-vanilla", "POST", "/", "", "", "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b" },
        { "get-utf8", "GET", "/%E1%88%B4", "", "", "8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85" },
    };

    [Theory]
    [MemberData(nameof(Published))]
    public void A_request_of_the_suite_has_its_signature(string name, string method, string path, string query, string headers, string signature)
    {
        var signed = Headers(headers);
        signed["host"] = "example.amazonaws.com";
        signed["x-amz-date"] = Suite;
        var credentials = new StoreCredentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");

        var authorization = RequestSigner.Authorization(
            method, path, query, signed, RequestSigner.EmptyPayload, credentials, new SigningScope("us-east-1", "service", new DateTimeOffset(2015, 8, 30, 12, 36, 0, TimeSpan.Zero)));

        Assert.True(authorization.EndsWith("Signature=" + signature, StringComparison.Ordinal), $"{name}: {authorization}");
        Assert.StartsWith("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;", authorization, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "test.txt", "", "range: bytes=0-9", RequestSigner.EmptyPayload, "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41")]
    [InlineData("GET", "", "lifecycle=", "", RequestSigner.EmptyPayload, "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543")]
    [InlineData(
        "PUT",
        "test$file.text",
        "",
        "date: Fri, 24 May 2013 00:00:00 GMT;x-amz-storage-class: REDUCED_REDUNDANCY",
        "44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072",
        "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd")]
    public void A_request_of_the_documentation_has_its_signature(string method, string key, string query, string headers, string payload, string signature)
    {
        var signed = Headers(headers);
        signed["host"] = "examplebucket.s3.amazonaws.com";
        signed["x-amz-date"] = Documentation;
        signed["x-amz-content-sha256"] = payload;
        var credentials = new StoreCredentials("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");

        var authorization = RequestSigner.Authorization(
            method, "/" + UriEncoding.Path(key), query, signed, payload, credentials, new SigningScope("us-east-1", "s3", new DateTimeOffset(2013, 5, 24, 0, 0, 0, TimeSpan.Zero)));

        Assert.EndsWith("Signature=" + signature, authorization, StringComparison.Ordinal);
    }

    private static SortedDictionary<string, string> Headers(string text) => new(
        text.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(static line => line.Split(": ", 2)).ToDictionary(static pair => pair[0], static pair => pair[1], StringComparer.Ordinal),
        StringComparer.Ordinal);
}
