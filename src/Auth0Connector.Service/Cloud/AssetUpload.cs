using System.Security.Cryptography;
using Auth0Connector.Service.Protocol;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.Win32.SafeHandles;
using Task = System.Threading.Tasks.Task;

namespace Auth0Connector.Service.Cloud;

/// <summary>
/// A file on its way to ConductorOne (service-mode.md, section 5.5): opened once, its length and sum taken before the first
/// message, sent from one buffer, however large it is.
/// </summary>
internal sealed class AssetUpload : IDisposable
{
    /// <summary>As the Go client cuts it; up to 1 MiB would be taken.</summary>
    private const int ChunkBytes = 512 << 10;

    private readonly string _path;
    private readonly SafeFileHandle _file;
    private readonly byte[] _buffer = GC.AllocateUninitializedArray<byte>(ChunkBytes);
    private long _length;
    private byte[] _sum = [];

    private AssetUpload(string path)
    {
        _path = path;
        _file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read, FileOptions.Asynchronous | FileOptions.SequentialScan);
    }

    /// <summary>Opens a file and takes its length and sum.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">We may not read it.</exception>
    public static async Task<AssetUpload> OpenAsync(string path, CancellationToken cancellationToken)
    {
        var upload = new AssetUpload(path);
        try
        {
            upload._length = RandomAccess.GetLength(upload._file);
            upload._sum = await upload.ReadAsync(static _ => Task.CompletedTask, cancellationToken).ConfigureAwait(false);
            return upload;
        }
        catch
        {
            upload.Dispose();
            throw;
        }
    }

    /// <summary>Sends it once.</summary>
    /// <exception cref="RpcException">The cloud did not take it; the status is the cloud's own, also where it ended early.</exception>
    /// <exception cref="IOException">The file cannot be read, or is no longer what it was.</exception>
    public async Task<BatonServiceUploadAssetResponse> SendAsync(
        BatonService.BatonServiceClient client,
        CallOptions options,
        CallTime time,
        BatonServiceUploadAssetRequest.Types.UploadMetadata metadata)
    {
        using var call = client.UploadAsset(options);
        var isSent = false;
        try
        {
            await WriteAsync(call, time, new BatonServiceUploadAssetRequest { Metadata = metadata }).ConfigureAwait(false);
            var sum = await ReadAsync(
                // The buffer is ours again once the write is awaited.
                chunk => WriteAsync(call, time, new BatonServiceUploadAssetRequest { Data = new() { Data = UnsafeByteOperations.UnsafeWrap(chunk) } }),
                options.CancellationToken).ConfigureAwait(false);
            if (!sum.AsSpan().SequenceEqual(_sum))
            {
                throw Changed();
            }

            await WriteAsync(call, time, new BatonServiceUploadAssetRequest { Eof = new() { Sha256Checksum = UnsafeByteOperations.UnsafeWrap(_sum) } }).ConfigureAwait(false);
            await ToldAsync(call.RequestStream.CompleteAsync()).ConfigureAwait(false);
            isSent = true;
        }
        catch (RpcException)
        {
            // The cloud ended it early: why, the call knows and not the write.
        }
        catch (HttpRequestException torn)
        {
            // Closed while a chunk was on its way: of such a call nobody may ever hear the end, so it is not waited for.
            throw new RpcException(new Status(StatusCode.Unavailable, "the call was closed while it was sent", torn));
        }

        var answer = await call.ResponseAsync.ConfigureAwait(false);
        return isSent ? answer : throw new RpcException(new Status(StatusCode.Aborted, "the upload was answered before all of it was sent"));
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private static async Task WriteAsync(
        AsyncClientStreamingCall<BatonServiceUploadAssetRequest, BatonServiceUploadAssetResponse> call,
        CallTime time,
        BatonServiceUploadAssetRequest message)
    {
        await ToldAsync(call.RequestStream.WriteAsync(message)).ConfigureAwait(false);
        time.Renew();
    }

    // A call that is torn or has ended shows itself in many ways, and none may be taken for a fault of the file.
    private static async Task ToldAsync(Task sending)
    {
        try
        {
            await sending.ConfigureAwait(false);
        }
        catch (Exception broken) when (broken is IOException or InvalidOperationException)
        {
            throw new RpcException(new Status(StatusCode.Aborted, "the call ended while it was sent", broken));
        }
    }

    // Its sum, taken anew each time, while each chunk is given away.
    private async Task<byte[]> ReadAsync(Func<ReadOnlyMemory<byte>, Task> take, CancellationToken cancellationToken)
    {
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (long place = 0; place < _length;)
        {
            var wanted = (int)Math.Min(ChunkBytes, _length - place);
            var count = 0;
            while (count < wanted)
            {
                var read = await RandomAccess.ReadAsync(_file, _buffer.AsMemory(count, wanted - count), place + count, cancellationToken).ConfigureAwait(false);
                count += read > 0 ? read : throw Changed();
            }

            sum.AppendData(_buffer, 0, count);
            await take(_buffer.AsMemory(0, count)).ConfigureAwait(false);
            place += count;
        }

        return RandomAccess.GetLength(_file) == _length ? sum.GetHashAndReset() : throw Changed();
    }

    private IOException Changed() => new($"{_path} changed while it was sent");
}
