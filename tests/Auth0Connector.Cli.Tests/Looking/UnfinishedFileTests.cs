using Auth0Connector.Cli.Tests.Support;
using Microsoft.Data.Sqlite;

namespace Auth0Connector.Cli.Tests.Looking;

/// <summary>A file without a finished sync has no answer to anything, and an empty one would be taken for a clean one.</summary>
public sealed class UnfinishedFileTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public UnfinishedFileTests()
    {
        new SampleTenant().Write(_workspace.PathOf("empty.db"));
        Execute("empty.db", "delete from v1_sync_runs");
        new SampleTenant().Write(_workspace.PathOf("unfinished.db"));
        Execute("unfinished.db", "update v1_sync_runs set ended_at = null");
        new SampleTenant().Write(_workspace.PathOf("whole.db"));
    }

    public static TheoryData<string, string[]> Commands
    {
        get
        {
            var commands = new TheoryData<string, string[]>();
            foreach (var file in new[] { "empty.db", "unfinished.db" })
            {
                string[][] all =
                [
                    ["resource-types"], ["resources"], ["entitlements"], ["grants"], ["principals"], ["stats"], ["stats", "-o", "json"], ["diff"],
                    ["access", "--user", "Ada Lovelace"], ["who", "--role", "Admin"], ["explain", "--user", "Bob", "--role", "Admin"],
                    ["principals", "compare", "-e", "role:rol_admin:assigned", "--compare-entitlement", "group:grp_staff:member"],
                    ["principals", "compare", "-e", "role:rol_admin:assigned", "--compare-file", "whole.db"],
                    ["findings"], ["findings", "--fail-on", "low"], ["findings", "-o", "json"], ["findings", "-o", "csv"], ["findings", "-o", "sarif"],
                    ["report"], ["review"], ["export", "csv"], ["export", "jsonl", "--flat"], ["export", "c1z"], ["completeness"], ["expand", "--out", "expanded.c1z"],
                ];
                foreach (var command in all)
                {
                    commands.Add(file, command);
                }
            }

            return commands;
        }
    }

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Nothing_is_answered_from_a_file_without_a_finished_sync(string file, string[] command)
    {
        var result = await _workspace.RunAsync([.. command, "-f", file]);

        Assert.Equal(13, result.ExitCode);
        Assert.Empty(result.Out);
        Assert.Contains("finished sync", result.ErrorLine, StringComparison.Ordinal);
        Assert.Equal(["empty.db", "unfinished.db", "whole.db"], Directory.GetFiles(_workspace.Directory).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_list_of_syncs_says_what_there_is()
    {
        Assert.Equal((0, "{}\n"), await RunAsync("syncs", "-f", "empty.db", "-o", "json"));
        Assert.Contains("unfinished", (await RunAsync("syncs", "-f", "unfinished.db")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_unfinished_sync_had_read_is_shown_when_it_is_named_and_never_judged()
    {
        var id = (await RunAsync("syncs", "-f", "unfinished.db", "-o", "csv", "--columns", "id")).Out.Split('\n')[1];

        Assert.Equal(0, (await RunAsync("resources", "-f", "unfinished.db", "--sync-id", id)).ExitCode);
        foreach (var command in new[] { "findings", "report", "review" })
        {
            Assert.Equal((13, string.Empty), await RunAsync(command, "-f", "unfinished.db", "--sync-id", id));
        }
    }

    private async Task<(int ExitCode, string Out)> RunAsync(params string[] arguments)
    {
        var result = await _workspace.RunAsync(arguments);
        return (result.ExitCode, result.Out);
    }

    private void Execute(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_workspace.PathOf(file)};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
