using Auth0Connector.Cli.Tests.Support;
using Auth0Connector.MockTenant;

namespace Auth0Connector.Cli.Tests.Crash;

/// <summary>A tenant, a folder, and the real program, which is killed by a SIGKILL at a chosen instant.</summary>
internal sealed class CrashBench : IAsyncDisposable
{
    public const int Workers = 4;

    private readonly MockTenantServer _tenant;
    private readonly Trigger _trigger;
    private readonly string[] _arguments;

    private CrashBench(MockTenantServer tenant, Trigger trigger, string[] arguments)
    {
        _tenant = tenant;
        _trigger = trigger;
        _arguments = ["--workers", $"{Workers}", "--log-level", "debug", .. arguments];
        // A process lives for half a second: what optimizes it later would only cost.
        Workspace.Variables["DOTNET_TieredPGO"] = "0";
        Workspace.LeadTo(tenant);
    }

    public Workspace Workspace { get; } = new();

    public string Target => Workspace.PathOf("sync.c1z");

    /// <summary>All requests, also those for a token, which every process has to ask for.</summary>
    public long Requests => _tenant.Requests.Total;

    /// <summary>
    /// Whole pages that had been asked for before; questions for a total or an end are no pages, nor is the first page by number of a
    /// list that then goes by checkpoint: it said no more than that the list is long.
    /// </summary>
    public int Repeated
    {
        get
        {
            var targets = _tenant.Requests.Recent.Select(static request => request.Target).ToList();
            var byCheckpoint = targets.Where(static target => target.Contains("take=100", StringComparison.Ordinal)).Select(PathOf).ToHashSet(StringComparer.Ordinal);
            return targets
                .Where(target => target.Contains("take=100", StringComparison.Ordinal) || (target.Contains("per_page=100", StringComparison.Ordinal) && !byCheckpoint.Contains(PathOf(target))))
                .GroupBy(static target => target, StringComparer.Ordinal)
                .Sum(static requests => requests.Count() - 1);
        }
    }

    private static string PathOf(string target) => target.Split('?')[0];

    public static async Task<CrashBench> StartAsync(MockTenantOptions options, params string[] arguments)
    {
        var trigger = new Trigger();
        var tenant = await MockTenantServer.StartAsync(
            options with
            {
                Script = request =>
                {
                    trigger.Asked();
                    return null;
                },
            },
            CancellationToken.None);
        return new CrashBench(tenant, trigger, arguments);
    }

    public Task<CommandResult> RunAsync() => RealProcess.RunAsync(Workspace, _arguments);

    /// <summary>Kills a run after it has asked so many times and so long after; <see langword="false"/> if it had ended by then.</summary>
    public async Task<bool> KillAfterRequestAsync(int requests, TimeSpan later)
    {
        var reached = _trigger.AfterAsync(requests);
        using var process = RealProcess.Start(Workspace, _arguments);
        var end = process.EndAsync();
        await Task.WhenAny(reached, end);
        return await KillAsync(process, later, end);
    }

    /// <summary>Kills a run so long after it has read everything.</summary>
    public async Task<bool> KillInFinishAsync(TimeSpan later)
    {
        using var process = RealProcess.Start(Workspace, _arguments);
        var end = process.EndAsync();
        await Task.WhenAny(process.LogsAsync("indexing the file"), end);
        return await KillAsync(process, later, end);
    }

    public async ValueTask DisposeAsync()
    {
        await _tenant.DisposeAsync();
        Workspace.Dispose();
    }

    private static async Task<bool> KillAsync(RealProcess process, TimeSpan later, Task<CommandResult> end)
    {
        await Task.WhenAny(Task.Delay(later), end);
        process.Kill();
        return (await end).ExitCode != 0;
    }

    /// <summary>Counts requests from when a run begins.</summary>
    private sealed class Trigger
    {
        private readonly Lock _gate = new();
        private TaskCompletionSource _reached = new();
        private int _left;

        public Task AfterAsync(int requests)
        {
            lock (_gate)
            {
                _reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                _left = requests;
                return _reached.Task;
            }
        }

        public void Asked()
        {
            lock (_gate)
            {
                if (--_left == 0)
                {
                    _reached.TrySetResult();
                }
            }
        }
    }
}
