namespace Auth0Connector.Benchmarks.Cases;

/// <summary>Processor time for each record, a resource or a grant, by phase; the mock tenant's own is not counted.</summary>
internal static class RecordsCase
{
    private const int Runs = 5;

    public static async Task<IReadOnlyList<Figure>> RunAsync(NativeProgram program)
    {
        await using var bench = await Bench.StartAsync(program, SmallCase.Tenant);
        var counted = await bench.SyncAsync();
        var records = counted.Resources + counted.Grants;
        var runs = new List<IReadOnlyList<(string Phase, double Seconds)>>();
        for (var i = 0; i < Runs; i++)
        {
            runs.Add(await bench.MeasureAsync(again: false));
        }

        return
        [
            new Figure($"{records:N0} records: processor for each", Microseconds(runs.Select(static run => run.Sum(static phase => phase.Seconds))), "us") { AtMost = 22 },
            .. runs[0].Select(phase => new Figure($"the same: {phase.Phase}", Microseconds(runs.Select(run => run.Single(one => one.Phase == phase.Phase).Seconds)), "us")),
        ];

        double Microseconds(IEnumerable<double> seconds) => Median.Of(seconds) / records * 1e6;
    }
}
