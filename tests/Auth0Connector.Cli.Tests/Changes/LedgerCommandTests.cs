using System.Text.Json;

namespace Auth0Connector.Cli.Tests.Changes;

public sealed class LedgerCommandTests
{
    [Fact]
    public async Task What_is_lent_is_shown_with_whom_until_when_and_why()
    {
        await using var workspace = await ChangeWorkspace.StartAsync();
        workspace.Files.Variables["BATON_LEDGER"] = "lent.jsonl";
        var role = workspace.Truth.Roles.Last();
        var user = workspace.Outsider(role.Id);
        var granted = await workspace.RunAsync(
            "grant", "--user", user.Id, "--role", role.Id, "--for", "8h", "--reason", "on call", "--ticket", "OPS-1", "--requested-by", "grace", "--journal", "changes.jsonl");
        Assert.Equal(0, granted.ExitCode);
        var asked = workspace.Tenant.Requests.Total;

        var table = await workspace.RunAsync("ledger");
        var json = await workspace.RunAsync("ledger", "-o", "json");

        Assert.Equal(0, table.ExitCode);
        Assert.All(new[] { user.Id, role.Id, "on call", "OPS-1", "grace", "lent" }, text => Assert.Contains(text, table.Out, StringComparison.Ordinal));
        Assert.Equal(0, json.ExitCode);
        var lent = Assert.Single(JsonDocument.Parse(json.Out).RootElement.GetProperty("lent").EnumerateArray());
        Assert.Equal((user.Id, role.Id, "lent"), (lent.GetProperty("principal").GetString(), lent.GetProperty("role").GetString(), lent.GetProperty("state").GetString()));
        Assert.Equal(asked, workspace.Tenant.Requests.Total);

        foreach (var line in (await File.ReadAllLinesAsync(workspace.Files.PathOf("changes.jsonl"))).Concat(await File.ReadAllLinesAsync(workspace.Files.PathOf("lent.jsonl"))))
        {
            var record = JsonDocument.Parse(line).RootElement;
            Assert.Equal(("on call", "OPS-1", "grace"), (record.GetProperty("reason").GetString(), record.GetProperty("ticket").GetString(), record.GetProperty("requestedBy").GetString()));
        }

        var next = await workspace.RunAsync("revoke", "--expired");
        Assert.Equal(0, next.ExitCode);
        Assert.StartsWith("nothing is due; next, at ", next.Out, StringComparison.Ordinal);
        Assert.Contains($"role {role.Name} ({role.Id}) from {ChangeWorkspace.Named(user)}", next.Out, StringComparison.Ordinal);
        Assert.Equal(2, (await workspace.RunAsync("ledger", "--ledger", "mistyped.jsonl")).ExitCode);

        await workspace.RunAsync("revoke", "--user", user.Id, "--role", role.Id);
        Assert.Equal("nothing is lent\n", (await workspace.RunAsync("ledger")).Out);
        Assert.Equal("nothing is due, and nothing is lent\n", (await workspace.RunAsync("revoke", "--expired")).Out);
    }
}
