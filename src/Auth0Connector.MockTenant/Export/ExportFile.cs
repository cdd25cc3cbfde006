using System.IO.Compression;
using Auth0Connector.MockTenant.Data;
using Auth0Connector.MockTenant.Users;

namespace Auth0Connector.MockTenant.Export;

/// <summary>The exported people, one a line, gzip over the wire as they are made.</summary>
internal sealed class ExportFile(TenantModel model)
{
    private const int ChunkBytes = 128 * 1024;

    // What gzip makes of nothing. The stream of the framework would make no file at all, which readers call cut off.
    private static readonly byte[] Nobody = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0];

    public async Task WriteAsync(Stream target, ExportJob job, CancellationToken cancellationToken)
    {
        var selection = UserSelection.Renamed(job.Columns.Select(x => (x.Name, x.WrittenAs)));
        var connection = model.Connections.Find(job.ConnectionId);
        var wanted = connection < 0 ? null : Connections.NameAt(connection);
        var left = job.Limit ?? int.MaxValue;
        var buffer = new Utf8Buffer(ChunkBytes + 4096);
        var isEmpty = true;

        // The fastest level: the file is made to be read once, and its reader should be the one who works.
        await using var gzip = new GZipStream(target, CompressionLevel.Fastest, leaveOpen: true);
        foreach (var user in model.Users.InSearch(0, model.Users.Listed))
        {
            if (left == 0)
            {
                break;
            }

            if (wanted is not null && ConnectionOf(user) != wanted)
            {
                continue;
            }

            left--;
            isEmpty = false;
            model.UserJson.Append(buffer, user, selection);
            buffer.Append((byte)'\n');
            if (buffer.Length >= ChunkBytes)
            {
                await gzip.WriteAsync(buffer.WrittenMemory, cancellationToken);
                buffer.Clear();
            }
        }

        await gzip.WriteAsync(buffer.WrittenMemory, cancellationToken);
        if (isEmpty)
        {
            await target.WriteAsync(Nobody, cancellationToken);
        }
    }

    private string? ConnectionOf(int user) => model.Users.TryGetOdd(user, out var odd)
        ? odd.FirstIdentity("connection")
        : Connections.Name(model.Users.Traits(user).Kind);
}
