using System.Net;
using System.Security.Cryptography;
using Auth0Connector.ObjectStore.Failures;
using Auth0Connector.ObjectStore.Naming;
using Auth0Connector.ObjectStore.Signing;

namespace Auth0Connector.ObjectStore.Transfer;

/// <summary>Reads an object into a file, which appears only when it is whole.</summary>
internal sealed class ObjectDownload(StoreConnection connection, ObjectName name, string path)
{
    private const string Action = "read";
    private const string Suffix = ".download";

    /// <summary>The object's tag; <see langword="null"/> where there is no object.</summary>
    public async Task<string?> RunAsync(CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            ObjectStoreException failure;
            try
            {
                using var request = connection.Request(HttpMethod.Get, name);
                var (tag, refused, isPassing) = await connection.SendAsync(request, RequestSigner.EmptyPayload, StoreConnection.PatienceFor(0), TakeAsync, cancellationToken);
                if (refused is null || refused.Kind == ObjectStoreErrorKind.NotFound)
                {
                    return tag;
                }

                failure = isPassing ? refused : throw refused;
            }
            catch (HttpRequestException broken)
            {
                failure = connection.Unreachable(Action, name, broken);
            }

            if (tries == StoreConnection.MostTries)
            {
                throw failure;
            }

            await connection.PauseAsync(tries, cancellationToken);
        }
    }

    private async Task<(string? Tag, ObjectStoreException? Refused, bool IsPassing)> TakeAsync(HttpResponseMessage response, CancellationTokenSource limit)
    {
        if (response.StatusCode != HttpStatusCode.OK)
        {
            var (failure, isPassing) = await connection.RefusalAsync(Action, name, response, limit.Token);
            return (null, failure, isPassing);
        }

        var length = response.Content.Headers.ContentLength;
        limit.CancelAfter(StoreConnection.PatienceFor(length ?? 0));
        if (ObjectHeaders.Of(response, "ETag") is not { Length: > 0 } tag)
        {
            throw Damaged("the answer has no ETag; check that the address is that of an object store");
        }

        var (bytes, hash) = await SaveAsync(response, limit.Token);
        if ((length is { } expected && expected != bytes) || (ObjectHeaders.Of(response, ObjectHeaders.ContentHash) is { } stated && stated != hash))
        {
            File.Delete(path + Suffix);
            throw new HttpRequestException("what came is not what was stored");
        }

        File.Move(path + Suffix, path, overwrite: true);
        return (tag, null, false);
    }

    private async Task<(long Bytes, string Hash)> SaveAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        File.Delete(path + Suffix);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(path + Suffix, options);
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[128 * 1024];
        while (await ReadAsync(body, buffer, cancellationToken) is > 0 and var count)
        {
            hash.AppendData(buffer, 0, count);
            await file.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
        }

        return (file.Length, RequestSigner.Hex(hash.GetHashAndReset()));
    }

    // A cut connection is tried again; a full disk is not.
    private static async Task<int> ReadAsync(Stream body, byte[] buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await body.ReadAsync(buffer, cancellationToken);
        }
        catch (IOException cut)
        {
            throw new HttpRequestException("the answer was cut off", cut);
        }
    }

    private ObjectStoreException Damaged(string why) => new(ObjectStoreErrorKind.Damaged, $"Cannot {Action} '{name}': {why}");
}
