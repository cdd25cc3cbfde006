using System.IO.Compression;

namespace Auth0Connector.MockTenant.Dialects;

/// <summary>Bodies that take all memory of whoever reads them without a limit.</summary>
internal static class BodyDialects
{
    private const int Chunk = 256 * 1024;
    private const long MostSent = 200L * 1024 * 1024;
    private const long Blanks = 300L * 1024 * 1024;

    // 256 KiB every ten milliseconds: at most 25 MB a second.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    public static IReadOnlyList<Dialect> All { get; } =
    [
        new("endless-body", "A JSON body that never ends: at most 25 MB a second, until the reader goes or 200 MB are sent.", DialectPlaces.Everything)
        {
            Rewrite = static odd => odd.Send((target, cancellationToken) => PourAsync(target, odd.Tenant.Clock, cancellationToken)),
        },
        new("blank-bomb", "A gzip body that unpacks to 300 MB of blanks.", DialectPlaces.Everything)
        {
            Rewrite = static odd =>
            {
                if (!odd.IsFile)
                {
                    odd.Call.SetHeader("Content-Encoding", "gzip");
                    odd.Send(InflateAsync);
                }
            },
        },
    ];

    private static async Task PourAsync(Stream target, TimeProvider clock, CancellationToken cancellationToken)
    {
        var chunk = new byte[Chunk];
        chunk.AsSpan().Fill((byte)'x');
        await target.WriteAsync("{\"x\":\""u8.ToArray(), cancellationToken);
        for (var sent = 0L; sent < MostSent; sent += Chunk)
        {
            await target.WriteAsync(chunk, cancellationToken);
            await Task.Delay(Pause, clock, cancellationToken);
        }
    }

    private static async Task InflateAsync(Stream target, CancellationToken cancellationToken)
    {
        var chunk = new byte[Chunk];
        chunk.AsSpan().Fill((byte)' ');
        await using var gzip = new GZipStream(target, CompressionLevel.Fastest, leaveOpen: true);
        for (var packed = 0L; packed < Blanks; packed += Chunk)
        {
            await gzip.WriteAsync(chunk, cancellationToken);
        }
    }
}
