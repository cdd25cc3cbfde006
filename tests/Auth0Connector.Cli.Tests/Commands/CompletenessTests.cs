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
