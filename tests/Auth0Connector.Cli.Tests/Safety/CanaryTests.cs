using System.Security.Cryptography;
using System.Text;
using Auth0Connector.AccessFile.Reading;
using Auth0Connector.MockTenant;

namespace Auth0Connector.Cli.Tests.Safety;

/// <summary>Runs everything at debug with secrets that are easy to find, and looks for them everywhere.</summary>
public sealed class CanaryTests
{
    private const string Secret = "canary-5ecre7-in-no-output-and-no-file";

    [Theory]
    [InlineData("complete")]
    [InlineData("faulty")]
    [InlineData("refused")]
    [InlineData("broken")]
    [InlineData("odd")]
    public async Task A_secret_a_token_and_a_person_are_in_no_output_and_no_file(string course)
    {
        await using var bench = await TenantBench.StartAsync(Course(course) with { ClientSecret = Secret });
        if (course == "refused")
        {
            bench.Workspace.Variables["BATON_AUTH0_CLIENT_SECRET"] = Secret + "-wrong";
        }

        var result = await bench.Workspace.RunAsync("--log-level", "debug", "--log-path", "sync.log", "-o", "json");

        Assert.Equal(course is "complete" or "faulty" ? 0 : 1, Math.Min(1, result.ExitCode));
        var everything = await EverythingAsync(bench, result);
        AssertAbsent(Secret, everything);
        AssertAbsent("Bearer ", everything);
        AssertAbsent("eyJ", everything);
        foreach (var user in bench.Tenant.Truth.Users)
        {
            Assert.DoesNotContain(user.Email ?? Secret, result.Error, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(user.Id, result.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_private_key_and_its_assertion_are_in_no_output_and_no_file()
    {
        using var rsa = RSA.Create(2048);
        await using var bench = await TenantBench.StartAsync(new MockTenantOptions { Users = 20, ClientPublicKeyPem = rsa.ExportSubjectPublicKeyInfoPem() });
        bench.Workspace.Variables.Remove("BATON_AUTH0_CLIENT_SECRET");
        var key = rsa.ExportPkcs8PrivateKeyPem();
        bench.Workspace.Write("key.pem", key);

        var result = await bench.Workspace.RunAsync("--log-level", "debug", "--log-path", "sync.log", "--auth0-private-key-file", "key.pem");

        Assert.Equal(0, result.ExitCode);
        File.Delete(bench.Workspace.PathOf("key.pem"));
        var everything = await EverythingAsync(bench, result);
        AssertAbsent("eyJ", everything);
        foreach (var line in key.Split('\n').Where(line => line.Length > 20 && !line.StartsWith("-----", StringComparison.Ordinal)))
        {
            AssertAbsent(line, everything);
        }
    }

    private static MockTenantOptions Course(string course)
    {
        var small = new MockTenantOptions { Users = 60, Roles = 3, Organizations = 3 };
        return course switch
        {
            "faulty" => small with { FaultRate = 0.1, TokenLifetime = TimeSpan.FromSeconds(3) },
            "broken" => small with { Script = request => request.Endpoint == "GET /roles/{id}/users" ? MockFault.Unauthorized() : null },
            // A page of people with one field of an impossible type, and an error that quotes them.
            "odd" => small with
            {
                Script = request => request.Endpoint == "GET /users"
                    ? MockFault.Json("""{"statusCode":400,"error":"Bad Request","message":"someone@example.com is odd","errorCode":"someone@example.com"}""", 400)
                    : null,
            },
            _ => small,
        };
    }

    // Everything that was printed, and all files, unpacked where they are packed.
    private static async Task<IReadOnlyList<(string Where, string Text)>> EverythingAsync(TenantBench bench, CommandResult result)
    {
        List<(string Where, string Text)> everything = [("stdout", result.Out), ("stderr", result.Error)];
        Assert.True(result.Error.Length > 0 || result.Out.Length > 0);
        // Packed bytes say nothing: three letters stand in them by chance now and then.
        foreach (var path in Directory.GetFiles(bench.Workspace.Directory).Where(path => path != bench.Target))
        {
            everything.Add((path, Encoding.Latin1.GetString(await File.ReadAllBytesAsync(path))));
        }

        if (File.Exists(bench.Target))
        {
            using var reader = AccessFileReader.Open(bench.Target, new AccessFileReaderOptions(), CancellationToken.None);
            var run = reader.CurrentSync!;
            everything.AddRange(reader.ReadAssets(run, null, default).Select(asset => (asset.Id, Encoding.UTF8.GetString(asset.Data))));
            everything.AddRange(reader.ReadResources(run, ResourceFilter.All, default).Select(row => (row.ExternalId, Encoding.Latin1.GetString(row.Data.Span))));
            everything.AddRange(reader.ReadEntitlements(run, EntitlementFilter.All, default).Select(row => (row.Id, Encoding.Latin1.GetString(row.Data.Span))));
            everything.AddRange(reader.ReadGrants(run, GrantFilter.All, default).Select(row => (row.Id, Encoding.Latin1.GetString(row.Data.Span))));
            everything.Add(("token", run.SyncToken));
        }

        return everything;
    }

    private static void AssertAbsent(string text, IReadOnlyList<(string Where, string Text)> everything) =>
        Assert.All(everything, piece => Assert.False(piece.Text.Contains(text, StringComparison.Ordinal), $"{piece.Where} holds {text}"));
}
