using System.Text.Json;
using Auth0Connector.MockTenant;

namespace Auth0Connector.Cli.Tests.Changes;

public sealed class GrantTests
{
    [Fact]
    public async Task A_role_is_granted_by_names_and_revoked_and_saying_it_twice_is_no_mistake()
    {
        await using var workspace = await ChangeWorkspace.StartAsync();
        var role = workspace.Truth.Roles.Last();
        var user = workspace.Outsider(role.Id);

        var granted = await workspace.RunAsync("grant", "--user", user.Email!, "--role", role.Name);
        var again = await workspace.RunAsync("grant", "--user", user.Id, "--role", role.Id);

        Assert.Equal((0, $"granted: role {role.Name} ({role.Id}) for {ChangeWorkspace.Named(user)}\n"), (granted.ExitCode, granted.Out));
        Assert.Equal((0, $"already granted: role {role.Name} ({role.Id}) for {ChangeWorkspace.Named(user)}\n"), (again.ExitCode, again.Out));
        Assert.True(workspace.Holds(role.Id, user.Id));
        Assert.Single(workspace.Writes);

        var revoked = await workspace.RunAsync("revoke", "--user", user.Email!, "--role", role.Name, "-o", "json");
        var gone = await workspace.RunAsync("revoke", "--user", user.Email!, "--role", role.Name);

        var json = JsonDocument.Parse(revoked.Out).RootElement;
        Assert.Equal("done", json.GetProperty("outcome").GetString());
        Assert.Equal(
            (user.Id, user.Email, user.Name, role.Id, role.Name),
            (Text(json, "principal"), Text(json, "principalEmail"), Text(json, "principalName"), Text(json, "role"), Text(json, "roleName")));
        Assert.Equal((0, $"already gone: role {role.Name} ({role.Id}) from {ChangeWorkspace.Named(user)}\n"), (gone.ExitCode, gone.Out));
        Assert.False(workspace.Holds(role.Id, user.Id));
    }

    [Fact]
    public async Task Membership_comes_first_and_then_a_role_inside()
    {
        await using var workspace = await ChangeWorkspace.StartAsync();
        var role = workspace.Truth.Roles.Last();
        var organization = workspace.Truth.Organizations.First();
        var user = workspace.Outsider(role.Id);
        string[] inside = ["--user", user.Id, "--organization", organization.Name, "--role", role.Name];

        var early = await workspace.RunAsync(["grant", .. inside]);
        await workspace.RunAsync("grant", "--user", user.Id, "--organization", organization.Id);
        var granted = await workspace.RunAsync(["grant", .. inside]);

        Assert.Equal(14, early.ExitCode);
        Assert.Contains("grant the membership first", early.ErrorLine, StringComparison.Ordinal);
        Assert.Equal(0, granted.ExitCode);
        Assert.Equal([role.Id], workspace.Truth.Memberships.Single(x => x.OrganizationId == organization.Id && x.UserId == user.Id).RoleIds);

        await workspace.RunAsync("revoke", "--user", user.Id, "--organization", organization.Name);
        Assert.DoesNotContain(workspace.Truth.Memberships, x => x.OrganizationId == organization.Id);
    }

    [Fact]
    public async Task A_dry_run_shows_the_request_and_changes_nothing()
    {
        await using var workspace = await ChangeWorkspace.StartAsync();
        var role = workspace.Truth.Roles.Last();
        var user = workspace.Outsider(role.Id);

        var result = await workspace.RunAsync("grant", "--user", user.Id, "--role", role.Id, "--dry-run", "--journal", "changes.jsonl", "--for", "8h");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal($"would send POST /api/v2/users/{Uri.EscapeDataString(user.Id)}/roles {{\"roles\":[\"{role.Id}\"]}}", result.Out.Split('\n')[0]);
        Assert.StartsWith($"would be granted: role {role.Name} ({role.Id}) for {ChangeWorkspace.Named(user)}, until ", result.Out.Split('\n')[1], StringComparison.Ordinal);
        Assert.Empty(workspace.Writes);
        Assert.False(File.Exists(workspace.Files.PathOf("changes.jsonl")));
        Assert.False(File.Exists(workspace.Files.PathOf("access-ledger.jsonl")));
    }

    [Fact]
    public async Task A_name_that_fits_several_is_listed_and_never_guessed()
    {
        await using var workspace = await ChangeWorkspace.StartAsync();
        var role = workspace.Truth.Roles.Last();
        var twins = workspace.Truth.Users.Where(x => x.Email is not null).GroupBy(x => x.Email!).Last(x => x.Count() == 2).ToList();

        var result = await workspace.RunAsync("grant", "--user", twins[0].Email!, "--role", role.Id);

        Assert.Equal(2, result.ExitCode);
        Assert.All(twins, twin => Assert.Contains(twin.Id, result.ErrorLine, StringComparison.Ordinal));
        Assert.Empty(workspace.Writes);
    }

    [Theory]
    [InlineData("--user", "nobody@nowhere.example", "--role", "Nothing", "no role in the tenant")]
    [InlineData("--user", "--role", "--role", "--user", "no role in the tenant has the id or name '--user'")]
    [InlineData("--user", "../../etc/passwd", "--organization", "../..", "no organization in the tenant has the id or name '../..'")]
    [InlineData("--user", "a\" OR email:*", "--organization", "customer-3", "nobody in the tenant")]
    [InlineData("--user", "%2e%2e%2f", "--organization", "customer-3", "nobody in the tenant")]
    [InlineData("--user", "auth0|../../roles", "--organization", "customer-3", "nobody in the tenant")]
    [InlineData("--user", "*", "--organization", "customer-3", "nobody in the tenant")]
    [InlineData("--user", "-x", "--organization", "customer-3", "nobody in the tenant has the name or user name '-x'")]
    [InlineData("--user", "a/b", "--role", "a/b", "no role in the tenant has the id or name 'a/b'")]
    [InlineData("--user", "x", "--role", "rol_../users", "no role in the tenant")]
    [InlineData("--user", "x", "--organization", "a/b", "no organization in the tenant has the id or name 'a/b'")]
    [InlineData("--user", "x", "--organization", "org_a/members", "no organization in the tenant")]
    [InlineData("--user", "x", "--organization", "%2e", "no organization in the tenant has the id or name '%2e'")]
    [InlineData("--user", "x", "--organization", "customer-3?x=y", "no organization in the tenant")]
    [InlineData("--user", "x", "--organization", "customer-3#", "no organization in the tenant")]
    [InlineData("--user", "auth0|%2e%2e", "--organization", "customer-3", "nobody in the tenant")]
    public async Task Unknown_names_and_names_that_look_like_something_else_change_nothing(string who, string user, string what, string name, string message)
    {
        await using var workspace = await ChangeWorkspace.StartAsync();

        foreach (var command in new[] { "grant", "revoke" })
        {
            var result = await workspace.RunAsync(command, $"{who}={user}", $"{what}={name}");

            Assert.Equal(2, result.ExitCode);
            Assert.Contains(message, result.ErrorLine, StringComparison.Ordinal);
        }

        // Whatever a name looks like, it is one part of the path and never another endpoint.
        Assert.DoesNotContain(workspace.Tenant.Requests.Recent, request => request.Endpoint == "(unknown)");
        Assert.Empty(workspace.Writes);
    }

    [Fact]
    public async Task Odd_ids_reach_the_person_they_name()
    {
        await using var workspace = await ChangeWorkspace.StartAsync();
        var role = workspace.Truth.Roles.First();
        foreach (var user in workspace.Truth.Users.Take(12))
        {
            var result = await workspace.RunAsync("grant", $"--user={user.Id}", "--role", role.Id);
            Assert.True(result.ExitCode == 0, result.Error);
        }

        Assert.Equal(
            workspace.Truth.Users.Take(12).Select(x => x.Id).Order(),
            workspace.Truth.RoleAssignments.Where(x => x.RoleId == role.Id).Select(x => x.UserId).Order());
    }

    [Theory]
    [InlineData("grant", "--role", "update:users")]
    [InlineData("revoke", "--role", "update:users")]
    [InlineData("grant", "--organization", "create:organization_members")]
    [InlineData("revoke", "--organization", "delete:organization_members")]
    [InlineData("account", "disable", "update:users")]
    [InlineData("account", "delete", "delete:users")]
    [InlineData("account", "create", "create:users")]
    public async Task A_missing_scope_is_said_before_the_first_request(string command, string what, string scope)
    {
        await using var workspace = await ChangeWorkspace.StartAsync(scopes: MockTenantScopes.Read);

        string[] arguments = (command, what) switch
        {
            ("account", "create") => [command, what, "--email", "x@y"],
            ("account", "delete") => [command, what, "--user", "x", "--yes"],
            ("account", _) => [command, what, "--user", "x"],
            _ => [command, "--user", "x", what, "y"],
        };
        var result = await workspace.RunAsync(arguments);

        Assert.Equal(11, result.ExitCode);
        Assert.Contains($"the token lacks {scope}", result.ErrorLine, StringComparison.Ordinal);
        Assert.Equal(["POST /oauth/token"], workspace.Tenant.Requests.Recent.Select(x => x.Endpoint));
    }

    [Theory]
    [InlineData("disable")]
    [InlineData("enable")]
    [InlineData("delete")]
    public async Task Somebody_unknown_is_said_to_be_so_and_no_account_is_touched(string action)
    {
        await using var workspace = await ChangeWorkspace.StartAsync();

        foreach (var name in new[] { "nobody@nowhere.example", "-x", "../..", "a/b", "%2e", "*" })
        {
            var result = await workspace.RunAsync(["account", action, $"--user={name}", .. action == "delete" ? new[] { "--yes" } : []]);
            Assert.Equal(2, result.ExitCode);
            Assert.Contains("nobody in the tenant", result.ErrorLine, StringComparison.Ordinal);
        }

        Assert.Empty(workspace.Writes);
    }

    [Fact]
    public async Task What_had_an_end_has_none_once_it_is_granted_for_good()
    {
        await using var workspace = await ChangeWorkspace.StartAsync();
        var role = workspace.Truth.Roles.Last();
        var user = workspace.Outsider(role.Id);
        string[] grant = ["grant", "--user", user.Id, "--role", role.Id];

        await workspace.RunAsync([.. grant, "--for", "1m"]);
        var asked = workspace.Tenant.Requests.Total;
        var refused = await workspace.RunAsync(grant);
        var planned = await workspace.RunAsync([.. grant, "--dry-run"]);
        Assert.Equal((2, 2), (refused.ExitCode, planned.ExitCode));
        Assert.Contains("give --for to move the end, or --no-end to grant it for good", refused.ErrorLine, StringComparison.Ordinal);
        Assert.DoesNotContain(workspace.Tenant.Requests.Recent.Where(x => x.Ordinal >= asked), x => x.Endpoint.StartsWith("POST /users", StringComparison.Ordinal));
        Assert.DoesNotContain("\"step\":\"kept\"", await File.ReadAllTextAsync(workspace.Files.PathOf("access-ledger.jsonl")), StringComparison.Ordinal);

        var forGood = await workspace.RunAsync([.. grant, "--no-end"]);
        var again = await workspace.RunAsync(grant);

        Assert.Equal((0, 0), (forGood.ExitCode, again.ExitCode));
        Assert.Contains("now it has no end", forGood.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("end", again.Error, StringComparison.Ordinal);
        Assert.Contains("\"step\":\"kept\"", await File.ReadAllTextAsync(workspace.Files.PathOf("access-ledger.jsonl")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_journal_grows_by_what_was_done_and_names_no_people()
    {
        await using var workspace = await ChangeWorkspace.StartAsync();
        var role = workspace.Truth.Roles.Last();
        var user = workspace.Outsider(role.Id);

        await workspace.RunAsync("grant", "--user", user.Email!, "--role", role.Name, "--journal", "changes.jsonl");
        await workspace.RunAsync("grant", "--user", user.Email!, "--role", role.Name, "--journal", "changes.jsonl");

        var lines = await File.ReadAllLinesAsync(workspace.Files.PathOf("changes.jsonl"));
        Assert.Equal(["asked", "done", "already so"], lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("outcome").GetString()));
        Assert.All(lines, line => Assert.DoesNotContain(user.Email!, line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("grant: needs --user, and --role or --organization or both", "grant")]
    [InlineData("grant: needs --user, and --role or --organization or both", "grant", "--user", "a")]
    [InlineData("--user and --from are both given; a run takes what is named, what a sheet names, or what has run out", "revoke", "--user", "a", "--from", "b.csv")]
    [InlineData("--for and --no-end exclude each other; give the one that is meant", "grant", "--user", "a", "--role", "b", "--for", "8h", "--no-end")]
    [InlineData("--for: 'soon' is no time; give a whole number and m, h or d, such as 8h, a year at most", "grant", "--user", "a", "--role", "b", "--for", "soon")]
    [InlineData("account delete: cannot be undone; add --yes to really delete, or --dry-run to see what would be", "account", "delete", "--user", "a")]
    [InlineData("account disable: needs --user", "account", "disable")]
    [InlineData("account create: needs --email, --username or --phone, whichever the connection signs in with", "account", "create")]
    public async Task A_mistake_asks_nothing_of_the_tenant(string message, params string[] arguments)
    {
        await using var workspace = await ChangeWorkspace.StartAsync();

        var result = await workspace.RunAsync(arguments);

        Assert.Equal((2, $"error: {message}"), (result.ExitCode, result.ErrorLine));
        Assert.Equal(0, workspace.Tenant.Requests.Total);
    }

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var text) ? text.GetString() : null;
}
