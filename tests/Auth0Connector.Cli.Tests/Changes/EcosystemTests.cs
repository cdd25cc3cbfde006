using System.Security.Cryptography;
using System.Text.Json;
using Auth0Connector.MockTenant;

namespace Auth0Connector.Cli.Tests.Changes;

public sealed class EcosystemTests
{
    [Fact]
    public async Task The_ecosystems_flags_grant_and_revoke_by_the_file_and_leave_it_alone()
    {
        await using var workspace = await ChangeWorkspace.StartAsync();
        Assert.Equal(0, (await workspace.RunAsync()).ExitCode);
        var before = Hash(workspace);
        var role = workspace.Truth.Roles.Last();
        var user = workspace.Outsider(role.Id);

        var granted = await workspace.RunAsync("--grant-entitlement", $"role:{role.Id}:assigned", "--grant-principal", user.Id, "--grant-principal-type", "user", "-p");
        Assert.Equal((0, ""), (granted.ExitCode, granted.Out));
        Assert.True(workspace.Holds(role.Id, user.Id));

        var held = workspace.Truth.RoleAssignments.First(x => x.RoleId == role.Id);
        var revoked = await workspace.RunAsync("--revoke-grant", $"role:{role.Id}:assigned:user:{held.UserId}");
        Assert.Equal((0, ""), (revoked.ExitCode, revoked.Out));
        Assert.False(workspace.Holds(role.Id, held.UserId));
        Assert.Equal(before, Hash(workspace));
    }

    [Theory]
    [InlineData("--grant-entitlement and --grant-principal must come together; give both", "--grant-entitlement", "role:x:assigned")]
    [InlineData("--grant-entitlement and --grant-principal must come together; give both", "--grant-principal", "x")]
    [InlineData("unknown provisioning action: --grant-principal-type is missing; give user or group", "--grant-entitlement", "a", "--grant-principal", "b")]
    [InlineData("the flags --grant-entitlement, --revoke-grant and --create-account-login exclude each other; make one change a run", "--grant-entitlement", "a", "--revoke-grant", "b")]
    [InlineData("no entitlement has the id 'role:x:assigned' in sync.c1z; sync again if it is new", "--grant-entitlement", "role:x:assigned", "--grant-principal", "b", "--grant-principal-type", "user")]
    [InlineData("no grant has the id 'g' in sync.c1z; sync again if it is new", "--revoke-grant", "g")]
    public async Task What_the_file_does_not_know_is_refused_without_asking_the_tenant(string message, params string[] arguments)
    {
        await using var workspace = await ChangeWorkspace.StartAsync();
        await workspace.RunAsync();
        var asked = workspace.Tenant.Requests.Total;

        var result = await workspace.RunAsync(arguments);

        Assert.Equal((2, $"error: {message}"), (result.ExitCode, result.ErrorLine));
        Assert.Equal(asked, workspace.Tenant.Requests.Total);
    }

    [Fact]
    public async Task The_ecosystems_flags_leave_an_end_alone_and_strike_what_they_take()
    {
        await using var workspace = await ChangeWorkspace.StartAsync();
        var role = workspace.Truth.Roles.Last();
        var user = workspace.Outsider(role.Id);
        await workspace.RunAsync("grant", "--user", user.Id, "--role", role.Id, "--for", "8h");
        Assert.Equal(0, (await workspace.RunAsync()).ExitCode);

        var granted = await workspace.RunAsync("--grant-entitlement", $"role:{role.Id}:assigned", "--grant-principal", user.Id, "--grant-principal-type", "user");
        Assert.Equal(0, granted.ExitCode);
        Assert.Contains(role.Id, (await workspace.RunAsync("ledger")).Out, StringComparison.Ordinal);

        Assert.Equal(0, (await workspace.RunAsync("--revoke-grant", $"role:{role.Id}:assigned:user:{user.Id}")).ExitCode);
        Assert.Equal("nothing is lent\n", (await workspace.RunAsync("ledger")).Out);
    }

    [Fact]
    public async Task An_account_is_created_by_the_ecosystems_flags()
    {
        await using var workspace = await ChangeWorkspace.StartAsync();

        var result = await workspace.RunAsync("--create-account-login", "ada@new.example", "--create-account-profile", """{"name":"Ada New","connection":"email"}""");

        Assert.Equal((0, ""), (result.ExitCode, result.Out));
        Assert.Equal(("Ada New", "email"), workspace.Truth.Users.Where(x => x.Email == "ada@new.example").Select(x => (x.Name, x.Connection)).Single());
    }

    [Fact]
    public async Task Capabilities_hold_everything_that_the_ecosystems_own_connector_claims()
    {
        await using var workspace = await ChangeWorkspace.StartAsync();

        var result = await workspace.RunAsync("capabilities");

        var root = JsonDocument.Parse(result.Out).RootElement;
        Assert.Equal("type.googleapis.com/c1.connector.v2.ConnectorCapabilities", root.GetProperty("@type").GetString());
        var types = root.GetProperty("resourceTypeCapabilities").EnumerateArray().ToDictionary(x => x.GetProperty("resourceType").GetProperty("id").GetString()!);
        Assert.Equal(types.Keys.Order(StringComparer.Ordinal), types.Keys);
        foreach (var (type, name, trait) in new[] { ("organization", "Organization", "TRAIT_GROUP"), ("role", "Role", "TRAIT_ROLE") })
        {
            Assert.Equal(name, types[type].GetProperty("resourceType").GetProperty("displayName").GetString());
            Assert.Equal([trait], Texts(types[type].GetProperty("resourceType"), "traits"));
            Assert.Superset(new HashSet<string> { "CAPABILITY_SYNC", "CAPABILITY_PROVISION" }, Texts(types[type], "capabilities").ToHashSet());
        }

        Assert.Equal("type.googleapis.com/c1.connector.v2.SkipEntitlementsAndGrants", types["user"].GetProperty("resourceType").GetProperty("annotations")[0].GetProperty("@type").GetString());
        Assert.Superset(new HashSet<string> { "CAPABILITY_PROVISION", "CAPABILITY_SYNC" }, Texts(root, "connectorCapabilities").ToHashSet());
    }

    [Fact]
    public async Task Config_describes_the_ecosystems_fields_first_and_then_ours()
    {
        await using var workspace = await ChangeWorkspace.StartAsync();

        var result = await workspace.RunAsync("config");

        var root = JsonDocument.Parse(result.Out).RootElement;
        Assert.Equal("Auth0", root.GetProperty("displayName").GetString());
        var fields = root.GetProperty("fields").EnumerateArray().ToDictionary(x => x.GetProperty("name").GetString()!, x => x.GetRawText().Replace("\n", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal));
        Assert.Equal("log-level", fields.Keys.First());
        Assert.Equal("""{"name":"http-timeout-seconds","isOps":true,"intField":{"defaultValue":"300","rules":{"lte":"1800","gte":"1"}}}""", fields["http-timeout-seconds"]);
        Assert.Equal("""{"name":"auth0-client-secret","displayName":"ClientSecret","isRequired":true,"isSecret":true,"stringField":{"rules":{"isRequired":true}}}""", fields["auth0-client-secret"]);
        Assert.Equal("""{"name":"sync-permissions","displayName":"SyncPermissions","boolField":{}}""", fields["sync-permissions"]);
        Assert.Contains("auth0-private-key-file", fields.Keys);
    }

    [Theory]
    [InlineData(200, 0)]
    [InlineData(204, 1)]
    [InlineData(404, 1)]
    [InlineData(503, 1)]
    public async Task A_health_check_is_well_only_where_somebody_answers_200(int status, int code)
    {
        var asked = new List<string>();
        await using var workspace = await ChangeWorkspace.StartAsync(new MockTenantOptions
        {
            Script = request =>
            {
                asked.Add($"{request.Method} {request.Path}");
                return MockFault.Json("ok", status);
            },
        });
        var port = $"{workspace.Tenant.BaseUrl.Port}";

        var health = await workspace.RunAsync("health-check", "--health-check-port", port);
        var ready = await workspace.RunAsync("health-check", "--health-check-port", port, "--endpoint", "ready");
        var live = await workspace.RunAsync("health-check", "--health-check-port", port, "--endpoint", "live", "--timeout", "9");

        Assert.Equal((code, code, code), (health.ExitCode, ready.ExitCode, live.ExitCode));
        Assert.Equal(["GET /health", "GET /ready", "GET /live"], asked);
        Assert.Equal("", health.Out);
    }

    [Fact]
    public async Task A_health_check_of_nobody_is_not_well_and_knows_no_other_endpoint()
    {
        await using var closed = await ChangeWorkspace.StartAsync();
        var port = closed.Tenant.BaseUrl.Port;
        await closed.Tenant.DisposeAsync();

        Assert.Equal(1, (await closed.RunAsync("health-check", "--health-check-port", $"{port}")).ExitCode);
        Assert.Equal(2, (await closed.RunAsync("health-check", "--endpoint", "everything")).ExitCode);
    }

    private static IEnumerable<string> Texts(JsonElement parent, string name) => parent.GetProperty(name).EnumerateArray().Select(x => x.GetString()!);

    private static string Hash(ChangeWorkspace workspace) => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(workspace.Files.PathOf("sync.c1z"))));
}
