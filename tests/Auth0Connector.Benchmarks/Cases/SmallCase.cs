namespace Auth0Connector.Benchmarks.Cases;

/// <summary>No latency and no limits: what is left is our own work.</summary>
internal static class SmallCase
{
    public static readonly string[] Tenant =
    [
        "--users", "30000", "--roles", "60", "--role-members", "500", "--organizations", "60", "--organization-members", "200",
        "--no-oddities", "--groups", "0", "--export-duration", "0",
    ];

    public static async Task<IReadOnlyList<Figure>> RunAsync(NativeProgram program)
    {
        await using var bench = await Bench.StartAsync(program, Tenant);
        var runs = new List<SyncRun>();
        for (var i = 0; i < 5; i++)
        {
            runs.Add(await bench.SyncAsync());
        }

        var again = new List<SyncRun>();
        for (var i = 0; i < 5; i++)
        {
            again.Add(await bench.SyncAgainAsync());
        }

        return
        [
            new Figure($"30,000 users, {runs[0].Grants:N0} grants: wall", Median.Of(runs.Select(static run => run.Seconds)), "s") { AtMost = 2 },
            new Figure("the same: peak memory", Median.Of(runs.Select(static run => run.PeakMegabytes)), "MB") { AtMost = 120 },
            new Figure("the same over a former sync: wall", Median.Of(again.Select(static run => run.Seconds)), "s"),
            new Figure("the same over a former sync: peak memory", Median.Of(again.Select(static run => run.PeakMegabytes)), "MB"),
        ];
    }
}
