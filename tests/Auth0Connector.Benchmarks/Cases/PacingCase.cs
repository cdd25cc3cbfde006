using System.Globalization;

namespace Auth0Connector.Benchmarks.Cases;

/// <summary>Rate limits: how near a sync comes to the floor that the buckets set, 15 s or more, and how often it is refused.</summary>
internal static class PacingCase
{
    private static readonly string[] Enterprise =
    [
        "--users", "8000", "--roles", "30", "--role-members", "200", "--organizations", "200", "--organization-members", "50",
        "--no-oddities", "--groups", "0", "--latency", "60", "--plan", "enterprise",
    ];

    public static readonly string[] OneBucket =
    [
        "--users", "8000", "--roles", "60", "--role-members", "250", "--organizations", "80", "--organization-members", "90",
        "--no-oddities", "--groups", "0", "--latency", "60", "--rate-limit", "15", "--burst", "50",
    ];

    public static async Task<IReadOnlyList<Figure>> RunAsync(NativeProgram program)
    {
        var figures = new List<Figure>();
        foreach (var (share, ofEnterprise) in ((string, double)[])[("1", 1.03), ("0.8", 1.02)])
        {
            var part = double.Parse(share, CultureInfo.InvariantCulture);
            await using (var enterprise = await Bench.StartAsync(program, Enterprise))
            {
                var run = await enterprise.SyncAsync("--rate-share", share);
                figures.AddRange(Of($"enterprise, share {share}", run, PlanFloor.OfEnterprise(run.Requests, part), ofEnterprise, part));
            }

            await using (var shared = await Bench.StartAsync(program, OneBucket))
            {
                var run = await shared.SyncAsync("--rate-share", share);
                figures.AddRange(Of($"one bucket of 15/s and 50, share {share}", run, PlanFloor.OfOneBucket(run.Requests, 50, 15, part), 1.03, part));
            }
        }

        return figures;
    }

    private static Figure[] Of(string what, SyncRun run, double floor, double most, double share) =>
    [
        new Figure(what + ": wall", run.Seconds, "s") { Floor = floor, MostOfFloor = most },
        new Figure(what + ": refusals", run.Requests.Refusals, "") { AtMost = share < 1 ? 0 : 2 },
    ];
}
