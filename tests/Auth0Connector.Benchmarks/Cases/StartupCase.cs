namespace Auth0Connector.Benchmarks.Cases;

/// <summary>How soon the native program is there, and how much it weighs.</summary>
internal static class StartupCase
{
    private const int Runs = 40;

    public static async Task<IReadOnlyList<Figure>> RunAsync(NativeProgram program)
    {
        var version = new List<double>();
        var floor = new List<double>();
        for (var i = 0; i < Runs; i++)
        {
            version.Add(await TimeAsync(program.Path, "--version"));
            floor.Add(await TimeAsync("/bin/true"));
        }

        // The program and what lies beside it to be loaded; symbols are kept apart and not shipped.
        var size = Directory.EnumerateFiles(program.Directory)
            .Where(static file => Path.GetExtension(file) is "" or ".so")
            .Sum(static file => new FileInfo(file).Length);
        return
        [
            new Figure("--version: wall, median of 40", Median.Of(version) * 1000, "ms") { Floor = Median.Of(floor) * 1000, AtMost = 20 },
            new Figure("executable with SQLite", size / 1e6, "MB") { AtMost = 25 },
        ];
    }

    private static async Task<double> TimeAsync(string path, params string[] arguments)
    {
        var start = new System.Diagnostics.ProcessStartInfo(path, arguments) { UseShellExecute = false, RedirectStandardOutput = true };
        var began = System.Diagnostics.Stopwatch.GetTimestamp();
        using var process = System.Diagnostics.Process.Start(start)!;
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return System.Diagnostics.Stopwatch.GetElapsedTime(began).TotalSeconds;
    }
}
