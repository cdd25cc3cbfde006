using System.Text.Json;
using Auth0Connector.Cli.Tests.Support;
using Microsoft.Data.Sqlite;

namespace Auth0Connector.Cli.Tests.Commands;

public sealed class CompletenessTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task A_file_that_is_what_was_proven_ends_with_zero()
    {
        await _workspace.RunAsync("demo");

        var table = await _workspace.RunAsync("completeness");
        var json = await _workspace.RunAsync("completeness", "-f", "sync.c1z", "-o", "json");

        Assert.Equal((0, 0), (table.ExitCode, json.ExitCode));
        Assert.Contains("organization-members", table.Out, StringComparison.Ordinal);
        using var proof = JsonDocument.Parse(json.Out);
        Assert.True(proof.RootElement.GetProperty("complete").GetBoolean());
        var users = proof.RootElement.GetProperty("collections").EnumerateArray().Single(line => line.GetProperty("collection").GetString() == "users");
        Assert.Equal(2_400, users.GetProperty("expected").GetInt64());
        Assert.Equal(2_400, users.GetProperty("rows").GetInt64());
    }

    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(100)]
    [InlineData(140)]
    public async Task The_proof_is_read_on_every_terminal(int width)
    {
        _workspace.Width = width;

        var sync = await _workspace.RunAsync("demo");
        var proof = await _workspace.RunAsync("completeness");
        var numbers = await _workspace.RunAsync("completeness", "--verbose");

        Assert.All([sync.Out, proof.Out], text =>
        {
            var table = text.Split('\n').SkipWhile(static line => !line.Contains("Collection", StringComparison.Ordinal)).TakeWhile(static line => line.Trim().Length > 0).ToList();
            Assert.All(table, line => Assert.InRange(line.TrimEnd().Length, 0, width));
            Assert.All(["users", "organization-group-roles", "Records", "known by", "2,996"], word => Assert.Contains(table, line => line.Contains(word, StringComparison.Ordinal)));
            Assert.DoesNotContain(table, static line => line.Contains('…', StringComparison.Ordinal));
        });
        Assert.All(["Expected", "Left out", "2,400", "organization-group-roles"], word => Assert.Contains(word, numbers.Out, StringComparison.Ordinal));
        Assert.DoesNotContain("…", numbers.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_was_changed_afterwards_is_told_from_one_that_was_proven()
    {
        await _workspace.RunAsync("demo", "-f", "sync.db");
        Execute("delete from v1_grants where id = (select max(id) from v1_grants)");

        var result = await _workspace.RunAsync("completeness", "-f", "sync.db");

        Assert.Equal(14, result.ExitCode);
        Assert.Contains("was changed after it was proven", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_without_a_proof_is_not_taken_for_whole()
    {
        await _workspace.RunAsync("demo", "-f", "sync.db");
        Execute("delete from v1_assets");

        var result = await _workspace.RunAsync("completeness", "-f", "sync.db");

        Assert.Equal(14, result.ExitCode);
        Assert.Equal("error: sync.db carries no proof that it is whole; only files of auth0-connector do", result.Error.Trim());
    }

    [Fact]
    public async Task A_file_that_is_not_there_ends_with_its_own_code()
    {
        Assert.Equal(13, (await _workspace.RunAsync("completeness", "-f", "missing.c1z")).ExitCode);
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_workspace.PathOf("sync.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.Equal(1, command.ExecuteNonQuery());
    }
}
