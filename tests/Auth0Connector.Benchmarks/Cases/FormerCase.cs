namespace Auth0Connector.Benchmarks.Cases;

/// <summary>The tenant of the million over its own former sync, beside the first one: time and processor.</summary>
internal static class FormerCase
{
    private const double MostOfFirst = 1.6;

    public static async Task<IReadOnlyList<Figure>> RunAsync(NativeProgram program)
    {
        await using var bench = await Bench.StartAsync(program, MillionCase.Tenant(MillionCase.Users));
        var first = await bench.SyncAsync("--users-via", "export");
        var again = await bench.SyncAgainAsync("--users-via", "export");
        var firstProcessor = await ProcessorAsync(bench, again: false);
        var againProcessor = await ProcessorAsync(bench, again: true);
        return
        [
            new Figure("over a former sync: wall", again.Seconds, "s") { Floor = first.Seconds, MostOfFloor = MostOfFirst },
            new Figure("over a former sync: processor", againProcessor, "s") { Floor = firstProcessor, MostOfFloor = MostOfFirst },
            new Figure("the first: processor for each record", firstProcessor / (first.Resources + first.Grants) * 1e6, "us") { AtMost = 22 },
        ];
    }

    private static async Task<double> ProcessorAsync(Bench bench, bool again) =>
        (await bench.MeasureAsync(again, "--users-via", "export")).Sum(static phase => phase.Seconds);
}
