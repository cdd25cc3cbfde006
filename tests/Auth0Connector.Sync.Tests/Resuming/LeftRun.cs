using Auth0Connector.AccessFile.Failures;
using Auth0Connector.MockTenant;
using Auth0Connector.Sync.Reporting;
using Google.Protobuf;
using Microsoft.Extensions.Logging.Abstractions;

namespace Auth0Connector.Sync.Tests.Resuming;

/// <summary>A tenant, and working files that real syncs of it have left at a phase.</summary>
public sealed class LeftRun : IAsyncDisposable
{
    /// <summary>Where a sync can be cut short, in the order of its steps.</summary>
    public static readonly string[] Phases = ["reading", "indexing", "verifying", "expanding", "ended", "sealed"];

    private const int RequestsRead = 12;

    private SyncBench _bench = null!;
    private Action? _onRequest;
    private int _requests;

    private LeftRun()
    {
    }

    public SyncBench Bench => _bench;

    public static async Task<LeftRun> OfAsync(MockTenantOptions options)
    {
        var run = new LeftRun();
        run._bench = await SyncBench.StartAsync(options with
        {
            Script = _ =>
            {
                if (Interlocked.Increment(ref run._requests) == RequestsRead)
                {
                    Volatile.Read(ref run._onRequest)?.Invoke();
                }

                return null;
            },
        });
        return run;
    }

    public string FileOf(string folder) => Path.Combine(_bench.Folder.File(folder), "sync.c1z");

    /// <summary>A sync that was cut short in the phase: its files by the end of their name.</summary>
    public async Task<IReadOnlyDictionary<string, byte[]>> LeaveAsync(string phase, string folder)
    {
        Directory.CreateDirectory(_bench.Folder.File(folder));
        var target = FileOf(folder);
        using var cancel = new CancellationTokenSource();
        _requests = 0;
        _onRequest = phase == "reading" ? cancel.Cancel : null;
        Dictionary<string, byte[]>? killed = null;
        var inTheWay = target + ".tmp";
        var reporter = phase switch
        {
            "ended" => new StoppingReporter("compressing", KillHere),
            // The new file cannot be made: the working file is all that is left of a run that lacks its place.
            "sealed" => new StoppingReporter("compressing", () => Directory.CreateDirectory(inTheWay)),
            _ => new StoppingReporter(phase, KillHere),
        };
        var failure = await Record.ExceptionAsync(() => SyncAsync(folder, reporter, NullLines, cancel.Token));
        _onRequest = null;
        Assert.True(phase == "sealed" ? failure is AccessFileException : failure is OperationCanceledException, $"{phase}: {failure}");
        if (Directory.Exists(inTheWay))
        {
            Directory.Delete(inTheWay);
        }

        return killed ?? Files();

        // With the log beside it, as a kill would have left it; closing moves the log into the database.
        void KillHere()
        {
            killed = Files();
            cancel.Cancel();
        }

        Dictionary<string, byte[]> Files() => Directory.GetFiles(_bench.Folder.File(folder), "sync.c1z.partial*")
            .ToDictionary(path => path[target.Length..], File.ReadAllBytes, StringComparer.Ordinal);
    }

    /// <summary>Puts files where a sync would have left them.</summary>
    public void Put(string folder, IReadOnlyDictionary<string, byte[]> files)
    {
        Directory.CreateDirectory(_bench.Folder.File(folder));
        foreach (var (end, bytes) in files)
        {
            File.WriteAllBytes(FileOf(folder) + end, bytes);
        }
    }

    public Task<SyncSummary> SyncAsync(string folder, ISyncReporter reporter, Microsoft.Extensions.Logging.ILoggerFactory lines, CancellationToken cancellationToken) =>
        new TenantSync(_bench.Api, _bench.Settings with { TargetPath = FileOf(folder), Permissions = true }, reporter, lines, TimeProvider.System)
            .RunAsync(cancellationToken);

    /// <summary>Everything in a file, but for what differs from run to run.</summary>
    public IReadOnlyList<string> Content(string folder)
    {
        var content = SyncContent.Read(FileOf(folder));
        return
        [
            .. content.ResourceTypes.Select(static type => $"type {type.ToByteString().ToBase64()}")
                .Concat(content.Resources.Select(static resource => $"resource {resource.ToByteString().ToBase64()}"))
                .Concat(content.Entitlements.Select(static entitlement => $"entitlement {entitlement.ToByteString().ToBase64()}"))
                .Concat(content.Grants.Select(static grant => $"grant {grant.Message.ToByteString().ToBase64()}"))
                .Order(StringComparer.Ordinal),
        ];
    }

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    public static NullLoggerFactory NullLines => NullLoggerFactory.Instance;
}
