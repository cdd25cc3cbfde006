namespace Auth0Connector.MockTenant.Tests;

public sealed class ApplicationTests
{
    [Fact]
    public async Task Apis_carry_their_scopes_and_some_a_secret()
    {
        await using var tenant = await TenantClient.StartAsync();

        var servers = (await tenant.GetAsync("resource-servers?per_page=100")).EnumerateArray().ToList();

        Assert.Equal(tenant.Truth.ResourceServers.Select(x => x.Identifier), servers.Select(x => x.GetProperty("identifier").GetString()));
        Assert.Equal(
            tenant.Truth.Scopes.Select(x => (x.Identifier, x.Value)),
            servers.Where(x => x.TryGetProperty("scopes", out _)).SelectMany(
                x => x.GetProperty("scopes").EnumerateArray(),
                (x, scope) => (x.GetProperty("identifier").GetString()!, scope.GetProperty("value").GetString()!)));
        Assert.True(servers[0].GetProperty("is_system").GetBoolean());
        Assert.Equal(tenant.Server.Audience, servers[0].GetProperty("identifier").GetString());
        Assert.Contains(servers, x => x.TryGetProperty("signing_secret", out _));
        Assert.Contains(servers, x => !x.TryGetProperty("scopes", out _));
        var one = await tenant.GetAsync("resource-servers/" + Uri.EscapeDataString("urn:acme:api/v2:billing"));
        Assert.Equal(servers[1].GetProperty("id").GetString(), one.GetProperty("id").GetString());
    }

    [Fact]
    public async Task Applications_hide_their_secret_from_all_but_one_scope()
    {
        await using var plain = await TenantClient.StartAsync();
        await using var keys = await TenantClient.StartAsync(new() { Scopes = ["read:client_keys"] });

        var (clients, _) = await plain.TakeAllAsync("clients?is_global=false", "clients", take: 3);

        Assert.Equal(plain.Truth.Clients.Select(x => x.ClientId), clients.Select(x => x.GetProperty("client_id").GetString()));
        Assert.All(clients, x => Assert.False(x.TryGetProperty("client_secret", out _)));
        Assert.Equal(11, (await plain.GetAsync("clients")).GetArrayLength());
        Assert.All((await keys.GetAsync("clients")).EnumerateArray(), x => Assert.True(x.TryGetProperty("client_secret", out _)));
        var narrow = await plain.GetAsync("clients?fields=client_id,name");
        Assert.All(narrow.EnumerateArray(), x => Assert.Equal(2, x.EnumerateObject().Count()));
    }

    [Fact]
    public async Task Client_grants_come_in_every_kind()
    {
        await using var tenant = await TenantClient.StartAsync();

        var (grants, _) = await tenant.TakeAllAsync("client-grants", "client_grants", take: 4);

        Assert.Equal(tenant.Truth.ClientGrants.Select(x => x.Id), grants.Select(x => x.GetProperty("id").GetString()));
        Assert.Equal(grants.Count, grants.Select(x => x.GetProperty("id").GetString()).Distinct().Count());
        Assert.Contains(grants, x => x.TryGetProperty("allow_all_scopes", out _) && x.GetProperty("scope").GetArrayLength() == 0);
        Assert.Contains(grants, x => x.TryGetProperty("default_for", out _) && !x.TryGetProperty("client_id", out _));
        Assert.Contains(grants, x => x.GetProperty("subject_type").GetString() == "user");
        Assert.Contains(grants, x => x.GetProperty("subject_type").GetString() == "client");
    }

    [Fact]
    public async Task Connections_keep_their_options_to_themselves()
    {
        await using var plain = await TenantClient.StartAsync();
        await using var options = await TenantClient.StartAsync(
            new() { Scopes = ["read:connections", "read:connections_options"] });

        var (connections, _) = await plain.TakeAllAsync("connections", "connections");

        Assert.Equal(8, connections.Count);
        Assert.All(connections, x => Assert.False(x.TryGetProperty("options", out _)));
        Assert.All(
            (await options.GetAsync("connections")).EnumerateArray(), x => Assert.True(x.TryGetProperty("options", out _)));
    }
}
