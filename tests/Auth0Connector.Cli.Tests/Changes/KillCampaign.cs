using System.Text.Json;
using Auth0Connector.MockTenant;

namespace Auth0Connector.Cli.Tests.Changes;

/// <summary>
/// Runs one command line again and again as a real process, which is killed with SIGKILL when its first request arrives,
/// then at its second, and so on, until it comes to its end. A write is killed before the tenant acts or after; who is
/// killed after it needs no look at the reads before it once more, unless the run goes on elsewhere.
/// </summary>
internal sealed class KillCampaign(bool afterwards)
{
    private readonly Lock _gate = new();
    private bool _afterwards = afterwards;
    private RealProcess? _target;
    private string _killedAt = "";
    private int _spare;

    /// <summary>
    /// How far a run of many writes has come, by what it wrote down. Whenever that or the tenant was changed, the next run
    /// begins elsewhere, so the campaign begins anew with the first request; writes are then killed the other way.
    /// </summary>
    public Func<int>? Progress { get; init; }

    /// <summary>Requests at which a process was killed.</summary>
    public List<string> Kills { get; } = [];

    public MockFault? Decide(MockRequest request)
    {
        lock (_gate)
        {
            var isWrite = request.Method != "GET" && request.Endpoint != "POST /oauth/token";
            if (_target is not { } target || _spare-- > 0 || (!isWrite && _afterwards && Progress is null))
            {
                return null;
            }

            _target = null;
            target.Kill();
            _killedAt = isWrite && _afterwards ? request.Endpoint + ", done" : request.Endpoint;
            return isWrite && _afterwards ? MockFault.LostAnswer() : MockFault.Reset();
        }
    }

    /// <summary>Runs it to its end; <paramref name="afterEach"/> looks at what every killed process left behind.</summary>
    public async Task<CommandResult> RunAsync(ChangeWorkspace workspace, string[] arguments, Func<Task> afterEach)
    {
        for (var (request, done, progress) = (0, Done(workspace), 0); ; request++)
        {
            using var process = RealProcess.Start(workspace.Files, arguments);
            lock (_gate)
            {
                (_spare, _target) = (request, process);
            }

            var result = await process.EndAsync();
            lock (_gate)
            {
                _target = null;
            }

            if (result.ExitCode != 137)
            {
                return result;
            }

            // The tenant may still be at the last request.
            while (workspace.Tenant.Requests.InFlight > 0)
            {
                await Task.Delay(5, CancellationToken.None);
            }

            Kills.Add(_killedAt);
            Assert.True(Kills.Count < 120, string.Join('\n', Kills));
            var isChanged = Done(workspace) != done;
            await afterEach();
            done = Done(workspace);
            if (Progress is not null && (isChanged || Progress() != progress))
            {
                (request, progress) = (-1, Progress());
                _afterwards ^= isChanged;
            }
        }
    }

    /// <summary>The whole lines of a journal or a ledger.</summary>
    public static IReadOnlyList<JsonElement> Lines(ChangeWorkspace workspace, string name)
    {
        var path = workspace.Files.PathOf(name);
        return File.Exists(path)
            ? [.. File.ReadAllText(path).Split('\n')[..^1].Select(line => JsonDocument.Parse(line).RootElement)]
            : [];
    }

    /// <summary>
    /// Writes on which the tenant acted, whether its answer arrived or not. A process that died before its request was read
    /// took it along: that answer was never lost, and keeps its status.
    /// </summary>
    public static int Done(ChangeWorkspace workspace) =>
        workspace.Writes.Count(write => write.Fault == MockFaultKind.LostAnswer ? write.Status == 0 : write.Status is >= 200 and < 300);
}
