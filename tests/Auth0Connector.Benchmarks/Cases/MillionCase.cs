namespace Auth0Connector.Benchmarks.Cases;

/// <summary>A million users by export and as many grants, the mock tenant on the same processors.</summary>
internal static class MillionCase
{
    public const int Users = 1_000_000;

    public static string[] Tenant(int users) =>
    [
        "--users", Bench.Number(users), "--roles", "10", "--role-members", Bench.Number(users / 20),
        "--organizations", "1", "--organization-members", Bench.Number(users / 2), "--no-oddities", "--groups", "0", "--export-duration", "0",
    ];

    public static async Task<IReadOnlyList<Figure>> RunAsync(NativeProgram program)
    {
        await using var bench = await Bench.StartAsync(program, Tenant(Users));
        var run = await bench.SyncAsync("--users-via", "export");
        var again = await bench.SyncAgainAsync("--users-via", "export");
        return
        [
            new Figure($"{run.Resources:N0} resources, {run.Grants:N0} grants: wall", run.Seconds, "s"),
            new Figure("the same: records a second", run.RecordsPerSecond, "") { AtLeast = 30_000 },
            new Figure("the same: peak memory", run.PeakMegabytes, "MB") { AtMost = 200 },
            new Figure("the same over a former sync: wall", again.Seconds, "s"),
            new Figure("the same over a former sync: peak memory", again.PeakMegabytes, "MB"),
        ];
    }
}
