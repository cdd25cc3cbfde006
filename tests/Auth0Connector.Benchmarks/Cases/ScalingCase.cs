namespace Auth0Connector.Benchmarks.Cases;

/// <summary>Ten times the tenant against one tenth: nothing may grow faster than the tenant.</summary>
internal static class ScalingCase
{
    private const int Runs = 3;

    public static async Task<IReadOnlyList<Figure>> RunAsync(NativeProgram program)
    {
        var tenth = await MeasureAsync(program, MillionCase.Users / 10);
        var whole = await MeasureAsync(program, MillionCase.Users);
        return
        [
            new Figure("100,000 users: wall, median of 3", tenth, "s"),
            new Figure("1,000,000 users: wall, median of 3", whole, "s"),
            new Figure("ten times the tenant: times as long", whole / tenth, "") { AtMost = 12 },
        ];
    }

    private static async Task<double> MeasureAsync(NativeProgram program, int users)
    {
        await using var bench = await Bench.StartAsync(program, MillionCase.Tenant(users));
        var times = new List<double>();
        for (var i = 0; i < Runs; i++)
        {
            times.Add((await bench.SyncAsync("--users-via", "export")).Seconds);
        }

        return Median.Of(times);
    }
}
