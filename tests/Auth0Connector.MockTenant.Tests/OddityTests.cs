using System.Text.Json;

namespace Auth0Connector.MockTenant.Tests;

public sealed class OddityTests
{
    [Fact]
    public async Task Types_drift_as_they_do_in_real_tenants()
    {
        await using var tenant = await TenantClient.StartAsync();

        Assert.Equal(JsonValueKind.String, (await UserAsync(tenant, "samlp|acme-saml|verified-text")).GetProperty("email_verified").ValueKind);
        Assert.Equal(JsonValueKind.Number, (await UserAsync(tenant, "github|7654321")).GetProperty("identities")[0].GetProperty("user_id").ValueKind);
        Assert.Equal(JsonValueKind.Array, (await UserAsync(tenant, "auth0|drift-mfa-nested")).GetProperty("multifactor")[0].ValueKind);
        Assert.Equal(JsonValueKind.Object, (await UserAsync(tenant, "auth0|drift-mfa-objects")).GetProperty("multifactor")[0].ValueKind);
        Assert.Equal(JsonValueKind.Object, (await UserAsync(tenant, "auth0|drift-created-object")).GetProperty("created_at").ValueKind);
        Assert.Equal(JsonValueKind.Null, (await UserAsync(tenant, "auth0|drift-nulls")).GetProperty("name").ValueKind);
        Assert.Equal("", (await UserAsync(tenant, "auth0|drift-empty-texts")).GetProperty("nickname").GetString());
        Assert.True((await UserAsync(tenant, "auth0|drift-claims")).TryGetProperty("http://schemas.example/claims/department", out _));
        Assert.False((await UserAsync(tenant, "auth0|nothing-to-show")).TryGetProperty("email", out _));
        Assert.False((await UserAsync(tenant, "auth0|no-created-at")).TryGetProperty("created_at", out _));
    }

    [Fact]
    public async Task Every_kind_of_awkward_id_is_among_the_people()
    {
        await using var tenant = await TenantClient.StartAsync();
        var ids = tenant.Truth.Users.Select(x => x.Id).ToList();

        foreach (var mark in new[] { "|", ":", "/", "%", "%2F", " ", "\\", "\"", "#", "?", "&", "+", "=", "山", "🦊" })
        {
            Assert.Contains(ids, x => x.Contains(mark, StringComparison.Ordinal));
        }

        Assert.Contains(ids, x => x.Length == 255);
    }

    [Fact]
    public async Task Ordinary_people_are_of_every_sort()
    {
        await using var tenant = await TenantClient.StartAsync(new() { Oddities = false, Users = 3000 });
        var users = tenant.Truth.Users.ToList();

        Assert.InRange(users.Count(x => x.Blocked), 60, 120);
        Assert.InRange(users.Count(x => x.LastLogin is null), 250, 470);
        Assert.Contains(users, x => x.Email is null && x.Username is not null);
        Assert.Contains(users, x => x.Email is null && x.PhoneNumber is not null);
        Assert.Contains(users, x => x.Name is null);
        Assert.True(users.Where(x => x.Email is not null).GroupBy(x => x.Email).Count(x => x.Count() > 1) > 5);
        Assert.Equal(8, users.Select(x => x.Connection).Distinct().Count());
        Assert.Equal(users.Select(x => x.CreatedAt).Order(), users.Select(x => x.CreatedAt));
        Assert.Equal(3000, users.Select(x => x.Id).Distinct().Count());
    }

    [Fact]
    public async Task Truth_says_what_the_API_says()
    {
        await using var tenant = await TenantClient.StartAsync(new() { Users = 400 });
        foreach (var truth in tenant.Truth.Users)
        {
            var user = await UserAsync(tenant, truth.Id);
            Assert.Equal(truth.Name, Text(user, "name"));
            Assert.Equal(truth.Email, Text(user, "email"));
            Assert.Equal(truth.Nickname, Text(user, "nickname"));
            Assert.Equal(truth.Username, Text(user, "username"));
            Assert.Equal(truth.PhoneNumber, Text(user, "phone_number"));
            Assert.Equal(truth.GivenName, Text(user, "given_name"));
            Assert.Equal(truth.Blocked, user.TryGetProperty("blocked", out var blocked) && blocked.ValueKind == JsonValueKind.True);
            Assert.Equal(truth.CreatedAt, Time(user, "created_at"));
            Assert.Equal(truth.UpdatedAt, Time(user, "updated_at"));
            Assert.Equal(truth.LastLogin, Time(user, "last_login"));
        }
    }

    [Fact]
    public async Task Same_e_mail_finds_everyone_who_has_it()
    {
        await using var tenant = await TenantClient.StartAsync();
        var shared = tenant.Truth.Users.Where(x => x.Email is not null).GroupBy(x => x.Email!).Where(x => x.Count() > 1).ToList();

        Assert.True(shared.Count > 2);
        foreach (var group in shared)
        {
            var found = await tenant.GetAsync("users-by-email?email=" + Uri.EscapeDataString(group.Key));
            Assert.Equal(group.Select(x => x.Id), found.EnumerateArray().Select(x => x.GetProperty("user_id").GetString()));
        }
    }

    [Fact]
    public async Task Same_seed_is_the_same_tenant_and_another_is_not()
    {
        await using var first = await TenantClient.StartAsync(new() { Oddities = false });
        await using var again = await TenantClient.StartAsync(new() { Oddities = false });
        await using var other = await TenantClient.StartAsync(new() { Oddities = false, Seed = 2 });

        Assert.Equal(first.Truth.Users, again.Truth.Users);
        Assert.Equal(first.Truth.RoleAssignments, again.Truth.RoleAssignments);
        Assert.NotEqual(first.Truth.Users.Select(x => x.Id), other.Truth.Users.Select(x => x.Id));
        Assert.Empty(first.Truth.Roles.Select(x => x.Id).Intersect(other.Truth.Roles.Select(x => x.Id)));
    }

    private static Task<JsonElement> UserAsync(TenantClient tenant, string id) =>
        tenant.GetAsync("users/" + Uri.EscapeDataString(id));

    private static string? Text(JsonElement user, string name) =>
        user.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static DateTimeOffset? Time(JsonElement user, string name) =>
        user.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetDateTimeOffset() : null;
}
