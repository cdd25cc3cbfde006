using System.Globalization;
using System.Text;
using Auth0Connector.ObjectStore.Failures;

namespace Auth0Connector.ObjectStore.Tests;

/// <summary>Where keys come from, in which order, and that they are renewed.</summary>
public sealed class CredentialTests
{
    private const string Json = """{"AccessKeyId":"HANDED","SecretAccessKey":"handed-secret","Token":"handed-token","Expiration":"2999-01-01T00:00:00Z"}""";

    private const string Xml =
        "<AssumeRoleWithWebIdentityResponse><Credentials><AccessKeyId>ROLE</AccessKeyId><SecretAccessKey>role-secret</SecretAccessKey><SessionToken>role+token==</SessionToken><Expiration>2999-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleWithWebIdentityResponse>";

    [Fact]
    public async Task Variables_come_before_a_profile()
    {
        await using var fixture = new StoreFixture(new StandInStore());
        await UseProfileAsync(fixture, "[default]\naws_access_key_id = PROFILE\naws_secret_access_key = profile-secret\n");

        Assert.Equal("AKIDEXAMPLE", await KeyIdAsync(fixture));
        Assert.Equal(["a-secret-of-nobody"], fixture.Hidden);
    }

    [Theory]
    [InlineData(null, "FIRST")]
    [InlineData("second", "SECOND")]
    public async Task A_profile_is_read_from_the_shared_file(string? profile, string expected)
    {
        await using var fixture = WithoutKeys();
        await UseProfileAsync(
            fixture,
            "[default]\n# nobody's\naws_access_key_id = FIRST\naws_secret_access_key = one-secret\n\n[second]\naws_access_key_id=SECOND\naws_secret_access_key=two=secret\n");
        if (profile is not null)
        {
            fixture.Variables["AWS_PROFILE"] = profile;
        }

        Assert.Equal(expected, await KeyIdAsync(fixture));
    }

    [Fact]
    public async Task A_role_is_taken_with_the_token_of_a_file()
    {
        await using var fixture = WithoutKeys();
        await using var service = new KeyService(_ => Xml);
        fixture.Variables["AWS_WEB_IDENTITY_TOKEN_FILE"] = fixture.PathOf("token");
        fixture.Variables["AWS_ROLE_ARN"] = "arn:aws:iam::1:role/reader";
        fixture.Variables["AWS_ENDPOINT_URL_STS"] = service.Address;
        await File.WriteAllTextAsync(fixture.PathOf("token"), "identity/token\n");

        Assert.Equal("ROLE", await KeyIdAsync(fixture));
        Assert.Contains("WebIdentityToken=identity%2Ftoken", service.Requests[0], StringComparison.Ordinal);
        Assert.Equal("role+token==", fixture.Store.Requests[0].Headers["x-amz-security-token"]);
        Assert.Equal(["role-secret", "role+token=="], fixture.Hidden);
    }

    [Fact]
    public async Task A_container_is_asked_with_the_token_of_a_file()
    {
        await using var fixture = WithoutKeys();
        await using var service = new KeyService(_ => Json);
        fixture.Variables["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = service.Address + "/v1/credentials";
        fixture.Variables["AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"] = fixture.PathOf("token");
        await File.WriteAllTextAsync(fixture.PathOf("token"), "pod-token");

        Assert.Equal("HANDED", await KeyIdAsync(fixture));
        Assert.Contains("Authorization: pod-token", service.Requests[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_machine_is_asked_last_with_a_token_of_its_own()
    {
        await using var fixture = WithoutKeys();
        await using var service = new KeyService(static request =>
            request.StartsWith("PUT /latest/api/token", StringComparison.Ordinal) ? "machine-token"
            : request.StartsWith("GET /latest/meta-data/iam/security-credentials/reader", StringComparison.Ordinal) ? Json
            : "reader");
        fixture.Variables.Remove("AWS_EC2_METADATA_DISABLED");
        fixture.Variables["AWS_EC2_METADATA_SERVICE_ENDPOINT"] = service.Address;

        Assert.Equal("HANDED", await KeyIdAsync(fixture));
        Assert.All(service.Requests.Skip(1), static request => Assert.Contains("X-aws-ec2-metadata-token: machine-token", request, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(StandInFault.Expired, 2)]
    [InlineData(StandInFault.None, 1)]
    public async Task Keys_that_have_run_out_are_taken_anew(StandInFault fault, int asked)
    {
        await using var fixture = WithoutKeys();
        await using var service = new KeyService(_ => Json);
        fixture.Variables["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = service.Address;
        fixture.Store.Then("GET", fault);

        Assert.Equal("HANDED", await KeyIdAsync(fixture));
        Assert.Equal(asked, service.Requests.Count);
    }

    [Theory]
    [InlineData("AWS_ACCESS_KEY_ID", "ONE", "AWS_SECRET_ACCESS_KEY: is not set")]
    [InlineData("AWS_SECRET_ACCESS_KEY", "one-secret", "AWS_ACCESS_KEY_ID: is not set")]
    [InlineData("AWS_PROFILE", "absent", "AWS_PROFILE: profile 'absent' holds no keys")]
    [InlineData("AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://keys.example.com/", "AWS_CONTAINER_CREDENTIALS_FULL_URI: ")]
    [InlineData("HOME", "/nowhere", "the object store needs keys")]
    public async Task What_is_missing_is_named(string variable, string value, string expected)
    {
        await using var fixture = WithoutKeys();
        fixture.Variables[variable] = value;

        var failure = await Assert.ThrowsAsync<ObjectStoreException>(() => KeyIdAsync(fixture));

        Assert.Equal(ObjectStoreErrorKind.Settings, failure.Kind);
        Assert.StartsWith(expected, failure.Message, StringComparison.Ordinal);
        Assert.Empty(fixture.Store.Requests);
    }

    private static StoreFixture WithoutKeys()
    {
        var fixture = new StoreFixture(new StandInStore { Content = [1] });
        fixture.Variables.Remove("AWS_ACCESS_KEY_ID");
        fixture.Variables.Remove("AWS_SECRET_ACCESS_KEY");
        return fixture;
    }

    private static async Task UseProfileAsync(StoreFixture fixture, string text)
    {
        fixture.Variables["AWS_SHARED_CREDENTIALS_FILE"] = fixture.PathOf("credentials");
        await File.WriteAllTextAsync(fixture.PathOf("credentials"), text);
    }

    private static async Task<string> KeyIdAsync(StoreFixture fixture)
    {
        using var client = fixture.Open();
        await client.DownloadAsync(fixture.Name, fixture.Got, CancellationToken.None);
        return fixture.Store.Requests[^1].Headers["Authorization"].Split("Credential=")[1].Split('/')[0];
    }

    // Hands out one text for each request, which it keeps with its body.
    private sealed class KeyService : IAsyncDisposable
    {
        private readonly LoopbackServer _server;

        public KeyService(Func<string, string> answer)
        {
            _server = new LoopbackServer(async (client, cancellationToken) =>
            {
                var buffer = new byte[16 * 1024];
                var text = "";
                do
                {
                    text += Encoding.UTF8.GetString(buffer, 0, await client.GetStream().ReadAsync(buffer, cancellationToken));
                }
                while (!IsWhole(text));
                Requests.Add(text);
                var body = answer(text);
                await client.GetStream().WriteAsync(
                    Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: {body.Length}\r\n\r\n{body}")), cancellationToken);
            });
        }

        public List<string> Requests { get; } = [];

        public string Address => $"http://127.0.0.1:{_server.Port}";

        public ValueTask DisposeAsync() => _server.DisposeAsync();

        private static bool IsWhole(string text)
        {
            var head = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            var length = text.Split("Content-Length: ") is [_, var rest] ? int.Parse(rest.Split("\r\n")[0], CultureInfo.InvariantCulture) : 0;
            return head >= 0 && text.Length >= head + 4 + length;
        }
    }
}
