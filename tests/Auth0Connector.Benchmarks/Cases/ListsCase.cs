namespace Auth0Connector.Benchmarks.Cases;

/// <summary>
/// Lists and exports of 300,000 people and almost as many grants, and a comparison at a million grants: the first row comes
/// with the file unpacked, and memory does not grow with the rows.
/// </summary>
internal static class ListsCase
{
    private const double MostMegabytes = 200;

    public static async Task<IReadOnlyList<Figure>> RunAsync(NativeProgram program)
    {
        var figures = new List<Figure>();
        await using (var bench = await Bench.StartAsync(program, Tenant(roles: 10, members: 30_000)))
        {
            await bench.SyncAsync("--users-via", "export");
            await ListsAsync(bench, figures);
            await ExportsAsync(bench, figures);
        }

        await using var before = await Bench.StartAsync(program, Tenant(roles: 25, members: 60_000));
        var grants = (await before.SyncAsync("--users-via", "export")).Grants;
        await using var after = await Bench.StartAsync(program, Tenant(roles: 25, members: 60_010));
        await after.SyncAsync("--users-via", "export");
        foreach (var form in new[] { "table", "json", "jsonl", "markdown" })
        {
            Add(figures, $"diff -o {form}, {grants:N0} grants", await before.LookAsync("diff", before.File, after.File, "-o", form));
        }

        return figures;
    }

    private static async Task ListsAsync(Bench bench, List<Figure> figures)
    {
        // What it takes to open the file is the floor of every first row.
        var open = (await bench.LookAsync("syncs")).First.TotalSeconds;
        foreach (var form in new[] { "table", "json", "jsonl", "csv", "markdown" })
        {
            foreach (var command in new[] { "resources", "grants" })
            {
                var run = await bench.LookAsync(command, "-o", form);
                figures.Add(new Figure($"{command} -o {form}: first row", run.First.TotalSeconds, "s") { Floor = open });
                Add(figures, $"{command} -o {form}", run);
            }
        }

        Add(figures, "resources --sort name", await bench.LookAsync("resources", "--sort", "name"));
        Add(figures, "principals", await bench.LookAsync("principals"));
    }

    private static async Task ExportsAsync(Bench bench, List<Figure> figures)
    {
        foreach (var format in new[] { "csv", "xlsx", "jsonl", "sqlite", "parquet", "c1z" })
        {
            Add(figures, $"export {format}", await bench.LookAsync("export", format, "--force"));
        }

        foreach (var format in new[] { "csv", "xlsx", "parquet" })
        {
            Add(figures, $"export {format} --flat", await bench.LookAsync("export", format, "--flat", "--force"));
        }
    }

    private static void Add(List<Figure> figures, string what, StreamedRun run)
    {
        figures.Add(new Figure($"{what}: wall", run.Elapsed.TotalSeconds, "s"));
        figures.Add(new Figure($"{what}: peak memory", run.PeakBytes / 1e6, "MB") { AtMost = MostMegabytes });
    }

    private static string[] Tenant(int roles, int members) =>
    [
        "--users", "300000", "--roles", Bench.Number(roles), "--role-members", Bench.Number(members),
        "--organizations", "1", "--organization-members", "1000", "--groups", "4", "--export-duration", "0",
    ];
}
