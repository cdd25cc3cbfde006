namespace Auth0Connector.Benchmarks.Cases;

/// <summary>A tenant that answers after 60 ms and limits nothing: what is left is how many requests travel side by side.</summary>
internal static class LatencyCase
{
    public static readonly string[] Tenant =
    [
        "--users", "8000", "--roles", "30", "--role-members", "200", "--organizations", "40", "--organization-members", "100",
        "--no-oddities", "--groups", "0", "--latency", "60",
    ];

    private const double Latency = 0.060;

    // Token, job, its link after the 300 ms that the tenant takes over it, file, and the count afterwards: each waits for the
    // one before. The listings of roles and members are shorter.
    private const double Floor = (6 * Latency) + 0.3;

    public static async Task<IReadOnlyList<Figure>> RunAsync(NativeProgram program)
    {
        await using var bench = await Bench.StartAsync(program, Tenant);
        var runs = new List<SyncRun>();
        for (var i = 0; i < 5; i++)
        {
            runs.Add(await bench.SyncAsync());
        }

        return
        [
            new Figure("60 ms, 8,000 users, 30 x 200, 40 x 100: wall", Median.Of(runs.Select(static run => run.Seconds)), "s") { Floor = Floor, AtMost = 1.5 },
            new Figure("the same: requests", runs[^1].Requests.ByEndpoint.Values.Sum(), ""),
        ];
    }
}
