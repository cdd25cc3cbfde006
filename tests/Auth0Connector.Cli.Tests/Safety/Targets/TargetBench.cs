using System.Net.Sockets;
using Auth0Connector.Cli.Tests.Support;
using Microsoft.Data.Sqlite;

namespace Auth0Connector.Cli.Tests.Safety.Targets;

/// <summary>A folder in which something stands in a target's place, and everything about it that must not change.</summary>
internal sealed class TargetBench : IDisposable
{
    // Names, kinds, inodes, sizes, owners, times, where links lead, and what regular files hold.
    private const string Everything =
        "find . -printf '%P %y %i %s %U %m %T@ %l\\n' | grep -v '^ d' | sort; find . -type f -exec sha256sum {} + | sort";

    private const string AsNobody = "setpriv --reuid=65534 --regid=65534 --clear-groups";

    private readonly TargetCase _case;
    private readonly Workspace _workspace = new();
    private readonly Socket _socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);

    private TargetBench(TargetCase target) => _case = target;

    /// <summary>A folder that belongs to whoever will run the program, with the case's things in it.</summary>
    public static async Task<TargetBench> StartAsync(TargetCase target, IReadOnlyDictionary<string, string> variables)
    {
        var bench = new TargetBench(target);
        foreach (var (name, value) in variables)
        {
            bench._workspace.Variables[name] = value;
        }

        bench.MakeStock();
        new SampleTenant().Write(bench._workspace.PathOf("source.c1z"));
        bench._workspace.Variables["BATON_TMPDIR"] = bench._workspace.PathOf("scratch");
        var owner = target.IsRoot ? "0:0" : "65534:65534";
        await bench.ShellAsync($"mkdir scratch; chown {owner} . scratch source.c1z; chmod 755 .; {target.Setup.Replace("OWNER", owner, StringComparison.Ordinal)}");
        return bench;
    }

    /// <summary>Runs the program, and gives what it said with how everything looked before and after.</summary>
    public async Task<(CommandResult Result, string Before, string After)> RunAsync(string arguments)
    {
        var before = await ShellAsync(Everything);
        var start = $"{(_case.IsRoot ? string.Empty : AsNobody)} $PROGRAM {arguments} </dev/null";
        var result = await RealProcess.RunShellAsync(
            _workspace, _case.Mount.Length == 0 ? start : $"unshare -m bash -c '{_case.Mount} && {start}'");
        return (result, before, await ShellAsync(Everything));
    }

    public void Dispose()
    {
        _socket.Dispose();
        _workspace.Dispose();
    }

    // What no shell makes by itself; a case moves it to where it is in the way.
    private void MakeStock()
    {
        _socket.Bind(new UnixDomainSocketEndPoint(_workspace.PathOf("socket")));
        Fill("foreign.db", "create table people (name); insert into people values (1)");
        Fill("added.db", "create table v1_sync_runs (id, sync_id); create table mine (x)");
    }

    private void Fill(string name, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_workspace.PathOf(name)};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private async Task<string> ShellAsync(string script)
    {
        var result = await RealProcess.RunShellAsync(_workspace, script);
        Assert.True(result.ExitCode == 0, script + result.Error);
        return result.Out;
    }
}
