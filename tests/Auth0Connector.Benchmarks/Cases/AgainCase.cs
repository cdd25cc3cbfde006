namespace Auth0Connector.Benchmarks.Cases;

/// <summary>A second question about the file of a million users, which stays unpacked after the first.</summary>
internal static class AgainCase
{
    private const int Runs = 3;
    private const double MostSeconds = 1;

    public static async Task<IReadOnlyList<Figure>> RunAsync(NativeProgram program)
    {
        await using var bench = await Bench.StartAsync(program, MillionCase.Tenant(MillionCase.Users));
        await bench.SyncAsync("--users-via", "export");
        var id = await FirstPersonAsync(program, bench.File);
        return
        [
            .. await AskAsync(program, bench.File, "stats", "stats"),
            .. await AskAsync(program, bench.File, "access --user ID", "access", "--user", id),
        ];
    }

    private static async Task<IReadOnlyList<Figure>> AskAsync(NativeProgram program, string file, string what, params string[] question)
    {
        var folder = Path.GetDirectoryName(file)!;
        var first = new List<double>();
        var second = new List<double>();
        for (var i = 0; i < Runs; i++)
        {
            await program.RunAsync(folder, "cache", "clear");
            first.Add((await program.RunAsync(folder, [.. question, "-f", file, "--cache"])).Elapsed.TotalSeconds);
            second.Add((await program.RunAsync(folder, [.. question, "-f", file, "--cache"])).Elapsed.TotalSeconds);
        }

        await program.RunAsync(folder, "cache", "clear");
        return
        [
            new Figure($"{what}: first, median of 3", Median.Of(first), "s"),
            new Figure($"{what}: second, median of 3", Median.Of(second), "s") { Floor = Median.Of(first), AtMost = MostSeconds },
        ];
    }

    private static async Task<string> FirstPersonAsync(NativeProgram program, string file)
    {
        var list = await program.RunAsync(Path.GetDirectoryName(file)!, "resources", "-t", "user", "--limit", "1", "--columns", "id", "-o", "csv", "-f", file);
        return list.Output.Split('\n')[1].Trim('\r', '"');
    }
}
