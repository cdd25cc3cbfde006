using System.Diagnostics;
using ZstdSharp;

namespace Auth0Connector.Benchmarks.Cases;

/// <summary><c>stats</c> of the file of a million users, beyond the decompression itself.</summary>
internal static class ReopenCase
{
    private const int Runs = 3;

    public static async Task<IReadOnlyList<Figure>> RunAsync(NativeProgram program)
    {
        await using var bench = await Bench.StartAsync(program, MillionCase.Tenant(MillionCase.Users));
        await bench.SyncAsync("--users-via", "export");
        var decompression = new List<double>();
        var whole = new List<double>();
        for (var i = 0; i < Runs; i++)
        {
            decompression.Add(Decompress(bench.File));
            whole.Add((await program.RunAsync(Path.GetDirectoryName(bench.File)!, "stats", "-f", bench.File)).Elapsed.TotalSeconds);
        }

        var floor = Median.Of(decompression);
        return
        [
            new Figure("stats: wall, median of 3", Median.Of(whole), "s") { Floor = floor },
            new Figure("stats: beyond decompression", Median.Of(whole) - floor, "s") { AtMost = 1.5 },
        ];
    }

    private static double Decompress(string path)
    {
        var plain = path + ".plain";
        var began = Stopwatch.GetTimestamp();
        using (var source = File.OpenRead(path))
        using (var target = File.Create(plain))
        {
            // The five bytes of the container's magic stand before the frame.
            source.Position = 5;
            using var frame = new DecompressionStream(source);
            frame.CopyTo(target, 1 << 17);
        }

        var elapsed = Stopwatch.GetElapsedTime(began).TotalSeconds;
        File.Delete(plain);
        return elapsed;
    }
}
