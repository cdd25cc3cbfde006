using System.Globalization;
using System.Text.Json;

namespace Auth0Connector.Benchmarks;

/// <summary>A directory, a mock tenant in another process, and syncs of it.</summary>
internal sealed class Bench : IAsyncDisposable
{
    private readonly NativeProgram _program;
    private readonly TempFolder _directory = new();
    private MockProcess? _mock;

    private Bench(NativeProgram program) => _program = program;

    public MockProcess Mock => _mock!;

    public string File => _directory.File("sync.c1z");

    public static async Task<Bench> StartAsync(NativeProgram program, params string[] mockArguments)
    {
        var bench = new Bench(program);
        bench._mock = await MockProcess.StartAsync(program, bench._directory.Path, mockArguments);
        return bench;
    }

    /// <summary>Reads the whole tenant once into a new file, from the start of the process to its end.</summary>
    public Task<SyncRun> SyncAsync(params string[] arguments)
    {
        System.IO.File.Delete(File);
        return SyncAgainAsync(arguments);
    }

    /// <summary>The same over the former run's file, whose sync stays in the new one, as every night.</summary>
    public async Task<SyncRun> SyncAgainAsync(params string[] arguments)
    {
        await Mock.ResetAsync();
        var run = await _program.RunAsync(_directory.Path, [.. Tenant, "--log-level", "error", .. arguments]);
        using var summary = JsonDocument.Parse(run.Output);
        var totals = summary.RootElement.GetProperty("totals");
        return new SyncRun(
            run.Elapsed.TotalSeconds,
            run.PeakBytes,
            totals.GetProperty("resources").GetInt64(),
            totals.GetProperty("grants").GetInt64(),
            await Mock.TallyAsync());
    }

    /// <summary>Reads the whole tenant into a new file, or over the former one, and says what processor time each phase took.</summary>
    public async Task<IReadOnlyList<(string Phase, double Seconds)>> MeasureAsync(bool again, params string[] arguments)
    {
        if (!again)
        {
            System.IO.File.Delete(File);
        }

        await Mock.ResetAsync();
        return await Processor.RunAsync(_program.Start(_directory.Path, [.. Tenant, "--log-level", "info", .. arguments]));
    }

    /// <summary>Looks into the file that was synced, without keeping what is said.</summary>
    public Task<StreamedRun> LookAsync(params string[] arguments) =>
        _program.StreamAsync(_directory.Path, [.. arguments, "--log-level", "error"]);

    private string[] Tenant =>
        ["--auth0-base-url", Mock.BaseUrl.ToString(), "--auth0-client-id", Mock.ClientId, "--auth0-client-secret", Mock.Secret, "--output", "json"];

    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        if (_mock is not null)
        {
            await _mock.DisposeAsync();
        }

        _directory.Dispose();
    }
}

/// <summary>What one sync took and brought.</summary>
internal sealed record SyncRun(double Seconds, long PeakBytes, long Resources, long Grants, RequestTally Requests)
{
    public double PeakMegabytes => PeakBytes / 1e6;

    public double RecordsPerSecond => (Resources + Grants) / Seconds;
}
