namespace Auth0Connector.Benchmarks.Cases;

/// <summary>
/// Two tenants of 300,000 people and 1,080,000 grants that have hardly anything in common: everything came or went, and all of
/// it is said.
/// </summary>
internal static class DiffCase
{
    private const double MostSeconds = 15;
    private const double MostMegabytes = 200;

    public static async Task<IReadOnlyList<Figure>> RunAsync(NativeProgram program)
    {
        await using var before = await Bench.StartAsync(program, Tenant(seed: 1));
        var grants = (await before.SyncAsync("--users-via", "export")).Grants;
        await using var after = await Bench.StartAsync(program, Tenant(seed: 2));
        await after.SyncAsync("--users-via", "export");

        // Both files have to be unpacked, whatever is compared.
        var open = (await before.LookAsync("syncs")).Elapsed.TotalSeconds + (await after.LookAsync("syncs")).Elapsed.TotalSeconds;
        var figures = new List<Figure>();
        foreach (var form in new[] { "table", "json", "jsonl", "markdown" })
        {
            var run = await before.LookAsync("diff", before.File, after.File, "-o", form);
            figures.Add(new Figure($"diff -o {form}, {grants:N0} grants: wall", run.Elapsed.TotalSeconds, "s") { AtMost = MostSeconds, Floor = open });
            figures.Add(new Figure($"diff -o {form}: peak memory", run.PeakBytes / 1e6, "MB") { AtMost = MostMegabytes });
        }

        return figures;
    }

    private static string[] Tenant(int seed) =>
    [
        "--seed", Bench.Number(seed), "--users", "300000", "--roles", "360", "--role-members", "3010",
        "--organizations", "1", "--organization-members", "1000", "--groups", "4", "--export-duration", "0",
    ];
}
