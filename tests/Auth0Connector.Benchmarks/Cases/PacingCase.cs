namespace Auth0Connector.Benchmarks.Cases;

/// <summary>Rate limits: how near a sync comes to the floor that the buckets set, and how often it is refused.</summary>
internal static class PacingCase
{
    public static async Task<IReadOnlyList<Figure>> RunAsync(NativeProgram program)
    {
        var figures = new List<Figure>();
        foreach (var share in (string[])["1", "0.8"])
        {
            var part = double.Parse(share, System.Globalization.CultureInfo.InvariantCulture);
            await using (var enterprise = await Bench.StartAsync(program, [.. LatencyCase.Tenant, "--plan", "enterprise"]))
            {
                var run = await enterprise.SyncAsync("--rate-share", share);
                figures.AddRange(Of($"enterprise, share {share}", run, PlanFloor.OfEnterprise(run.Requests, part), part));
            }

            await using (var shared = await Bench.StartAsync(program, [.. LatencyCase.Tenant, "--rate-limit", "15", "--burst", "50"]))
            {
                var run = await shared.SyncAsync("--rate-share", share);
                figures.AddRange(Of($"one bucket of 15/s and 50, share {share}", run, PlanFloor.OfOneBucket(run.Requests, 50, 15, part), part));
            }
        }

        return figures;
    }

    private static Figure[] Of(string what, SyncRun run, double floor, double share) =>
    [
        new Figure(what + ": wall", run.Seconds, "s") { Floor = floor, MostOfFloor = 1.05 },
        new Figure(what + ": refusals", run.Requests.Refusals, "") { AtMost = share < 1 ? 0 : 2 },
    ];
}
