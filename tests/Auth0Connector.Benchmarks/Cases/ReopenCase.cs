using System.Diagnostics;
using Auth0Connector.AccessFile.Reading;
using ZstdSharp;

namespace Auth0Connector.Benchmarks.Cases;

/// <summary>Opening the file of a million users and counting what is in it, beyond the decompression itself.</summary>
internal static class ReopenCase
{
    public static async Task<IReadOnlyList<Figure>> RunAsync(NativeProgram program)
    {
        await using var bench = await Bench.StartAsync(program, MillionCase.Tenant(MillionCase.Users));
        await bench.SyncAsync("--users-via", "export");
        var decompression = Decompress(bench.File);
        var began = Stopwatch.GetTimestamp();
        using (var reader = AccessFileReader.Open(bench.File, new AccessFileReaderOptions(), CancellationToken.None))
        {
            _ = reader.ReadStatistics(reader.CurrentSync!, CancellationToken.None);
        }

        var whole = Stopwatch.GetElapsedTime(began).TotalSeconds;
        return
        [
            new Figure("open and count: wall", whole, "s") { Floor = decompression },
            new Figure("open and count: beyond decompression", whole - decompression, "s") { AtMost = 1.5 },
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
