using Auth0Connector.MockTenant;

namespace Auth0Connector.Cli.Tests.Changes;

public sealed class AccountTests
{
    [Fact]
    public async Task An_account_is_disabled_with_its_sessions_and_enabled_again()
    {
        await using var workspace = await ChangeWorkspace.StartAsync();
        var user = workspace.Truth.Users.Last(x => !x.Blocked);

        Assert.Equal($"disabled: {ChangeWorkspace.Named(user)}\n", (await workspace.RunAsync("account", "disable", "--user", user.Id, "--end-sessions")).Out);
        Assert.True(workspace.Truth.Users.Single(x => x.Id == user.Id).Blocked);
        Assert.Equal([new TruthEndedAccess(user.Id)], workspace.Truth.EndedAccess);
        Assert.Equal($"already disabled: {ChangeWorkspace.Named(user)}\n", (await workspace.RunAsync("account", "disable", "--user", user.Id)).Out);

        Assert.Equal($"enabled: {ChangeWorkspace.Named(user)}\n", (await workspace.RunAsync("account", "enable", "--user", user.Id)).Out);
        Assert.False(workspace.Truth.Users.Single(x => x.Id == user.Id).Blocked);
    }

    [Theory]
    [InlineData("--email", "ada@new.example", "Username-Password-Authentication")]
    [InlineData("--email", "ada@new.example", "email")]
    [InlineData("--phone", "+15550999", "sms")]
    [InlineData("--username", "ada-new", "Username-Password-Authentication")]
    public async Task An_account_is_created_once(string how, string value, string connection)
    {
        await using var workspace = await ChangeWorkspace.StartAsync();

        var created = await workspace.RunAsync("account", "create", how, value, "--connection", connection, "--journal", "changes.jsonl");
        var again = await workspace.RunAsync("account", "create", how, value, "--connection", connection);

        var user = Assert.Single(workspace.Truth.Users, x => x.Email == value || x.PhoneNumber == value || x.Username == value);
        Assert.Equal((0, $"created: {ChangeWorkspace.Named(user)}\n"), (created.ExitCode, created.Out));
        Assert.Equal((0, $"already there: {ChangeWorkspace.Named(user)}\n"), (again.ExitCode, again.Out));
        Assert.DoesNotContain(value, await File.ReadAllTextAsync(workspace.Files.PathOf("changes.jsonl")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_is_deleted_only_when_that_is_said()
    {
        await using var workspace = await ChangeWorkspace.StartAsync();
        var user = workspace.Truth.Users.Last();

        Assert.Equal($"would send DELETE /api/v2/users/{Uri.EscapeDataString(user.Id)}\n", (await workspace.RunAsync("account", "delete", "--user", user.Id, "--dry-run")).Out);
        Assert.Equal(2, (await workspace.RunAsync("account", "delete", "--user", user.Id)).ExitCode);
        Assert.Empty(workspace.Writes);

        Assert.Equal($"deleted: {ChangeWorkspace.Named(user)}\n", (await workspace.RunAsync("account", "delete", "--user", user.Id, "--yes")).Out);
        Assert.DoesNotContain(workspace.Truth.Users, x => x.Id == user.Id);
        var again = await workspace.RunAsync("account", "delete", "--user", user.Id, "--yes");
        Assert.Equal((0, $"already deleted: {user.Id}\n"), (again.ExitCode, again.Out));
        Assert.Equal(2, (await workspace.RunAsync("account", "disable", "--user", user.Id)).ExitCode);
    }
}
