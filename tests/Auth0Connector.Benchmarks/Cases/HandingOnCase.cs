namespace Auth0Connector.Benchmarks.Cases;

/// <summary>
/// What is handed on to others: the report, the findings and the sheet for a review of 100,000 people, and 1,000,000 grants as a
/// workbook and as Parquet. Rows a second are those of the whole file, its unpacking included.
/// </summary>
internal static class HandingOnCase
{
    private const double LeastRows = 100_000;
    private const double MostMegabytes = 1_000;

    public static async Task<IReadOnlyList<Figure>> RunAsync(NativeProgram program)
    {
        var figures = new List<Figure>();
        await using (var people = await Bench.StartAsync(program, Tenant(users: 100_000, roles: 100, members: 2_000)))
        {
            var sync = await people.SyncAsync("--users-via", "export");
            var rows = sync.Resources + sync.Grants;
            var open = (await people.LookAsync("syncs")).Elapsed.TotalSeconds;
            Add(figures, "report", rows, open, await people.LookAsync("report", "--force"));
            Add(figures, "findings", rows, open, await people.LookAsync("findings"));
            Add(figures, "review", rows, open, await people.LookAsync("review", "--force"));
        }

        await using var rights = await Bench.StartAsync(program, Tenant(users: 300_000, roles: 334, members: 3_010));
        var large = await rights.SyncAsync("--users-via", "export");
        var unpacked = (await rights.LookAsync("syncs")).Elapsed.TotalSeconds;
        foreach (var format in new[] { "xlsx", "parquet" })
        {
            Add(figures, $"export {format}", large.Resources + large.Grants, unpacked, await rights.LookAsync("export", format, "--force"));
        }

        return figures;
    }

    private static void Add(List<Figure> figures, string what, long rows, double open, StreamedRun run)
    {
        figures.Add(new Figure($"{what}, {rows:N0} rows: wall", run.Elapsed.TotalSeconds, "s") { Floor = open });
        figures.Add(new Figure($"{what}: rows a second", rows / run.Elapsed.TotalSeconds, "/s") { AtLeast = LeastRows });
        figures.Add(new Figure($"{what}: peak memory", run.PeakBytes / 1e6, "MB") { AtMost = MostMegabytes });
    }

    private static string[] Tenant(int users, int roles, int members) =>
    [
        "--users", Bench.Number(users), "--roles", Bench.Number(roles), "--role-members", Bench.Number(members),
        "--organizations", "1", "--organization-members", "1000", "--groups", "4", "--export-duration", "0",
    ];
}
