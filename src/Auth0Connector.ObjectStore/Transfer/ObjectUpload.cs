using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Auth0Connector.ObjectStore.Failures;
using Auth0Connector.ObjectStore.Naming;
using Auth0Connector.ObjectStore.Signing;

namespace Auth0Connector.ObjectStore.Transfer;

/// <summary>
/// Writes a file as an object, only in the place of what stood there before. A write whose answer was lost is looked for by its id:
/// sent again blindly, it would be refused because of itself.
/// </summary>
internal sealed class ObjectUpload(StoreConnection connection, ObjectName name, string path, string? formerTag)
{
    private const string Action = "write";
    private const long MostBytes = 5L << 30;

    private readonly string _writeId = Guid.NewGuid().ToString("N");
    private bool _wasConditionRefused;
    private bool _takesBareTags;

    private string Condition => formerTag is null ? "*" : _takesBareTags ? formerTag.Trim('"') : formerTag;

    /// <summary>Writes it.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var bytes = new FileInfo(path).Length;
        if (bytes > MostBytes)
        {
            throw new ObjectStoreException(
                ObjectStoreErrorKind.Damaged, $"Cannot {Action} '{name}': the file has more than 5 GiB, which is what one request stores; keep fewer syncs (--keep-syncs)");
        }

        var hash = await HashAsync(cancellationToken);
        for (var tries = 1; ; tries++)
        {
            ObjectStoreException failure;
            try
            {
                var (isDone, refused) = await PutAsync(hash, bytes, cancellationToken);
                if (isDone)
                {
                    return;
                }

                failure = refused!;
            }
            catch (HttpRequestException broken)
            {
                failure = connection.Unreachable(Action, name, broken);
            }

            if (await IsThereAsync(cancellationToken))
            {
                return;
            }

            if (tries == StoreConnection.MostTries)
            {
                throw failure;
            }

            await connection.PauseAsync(tries, cancellationToken);
        }
    }

    private async Task<byte[]> HashAsync(CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        return await SHA256.HashDataAsync(file, cancellationToken);
    }

    private async Task<(bool IsDone, ObjectStoreException? Refused)> PutAsync(byte[] hash, long bytes, CancellationToken cancellationToken)
    {
        _wasConditionRefused = false;
        await using var file = File.OpenRead(path);
        using var request = connection.Request(HttpMethod.Put, name);
        var hex = RequestSigner.Hex(hash);
        request.Content = new StreamContent(file);
        request.Content.Headers.ContentLength = bytes;
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        request.Headers.ExpectContinue = true;
        request.Headers.Add("x-amz-checksum-sha256", Convert.ToBase64String(hash));
        request.Headers.Add(ObjectHeaders.ContentHash, hex);
        request.Headers.Add(ObjectHeaders.WriteId, _writeId);
        request.Headers.TryAddWithoutValidation(formerTag is null ? "If-None-Match" : "If-Match", Condition);
        return await connection.SendAsync(request, hex, StoreConnection.PatienceFor(bytes), JudgeAsync, cancellationToken);
    }

    private async Task<(bool IsDone, ObjectStoreException? Refused)> JudgeAsync(HttpResponseMessage response, CancellationTokenSource limit)
    {
        if (response.StatusCode == HttpStatusCode.OK)
        {
            return (true, null);
        }

        var (failure, isPassing) = await connection.RefusalAsync(Action, name, response, limit.Token);
        _wasConditionRefused = response.StatusCode == HttpStatusCode.PreconditionFailed;
        var isCondition = _wasConditionRefused || response.StatusCode == HttpStatusCode.Conflict || failure.Kind == ObjectStoreErrorKind.NotFound;
        return isPassing || isCondition ? (false, failure) : throw failure;
    }

    // What stands there now says whether the write was made, may still be made, or came too late.
    private async Task<bool> IsThereAsync(CancellationToken cancellationToken)
    {
        ObjectState? state;
        try
        {
            using var request = connection.Request(HttpMethod.Head, name);
            var (isKnown, found) = await connection.SendAsync(request, RequestSigner.EmptyPayload, StoreConnection.PatienceFor(0), StateAsync, cancellationToken);
            if (!isKnown)
            {
                return false;
            }

            state = found;
        }
        catch (HttpRequestException)
        {
            // The next try is as conditional as this one was.
            return false;
        }

        if (state?.WriteId == _writeId)
        {
            return true;
        }

        if (state?.Tag != formerTag)
        {
            throw new ObjectStoreException(
                ObjectStoreErrorKind.Conflict, $"Cannot {Action} '{name}': somebody else wrote or removed it since this run began; what stands there now was left as it is");
        }

        // What was asked for is so, and was refused: Ceph compares the tag without its quotes. The condition is the same one.
        _takesBareTags |= _wasConditionRefused;
        return false;
    }

    private static Task<(bool IsKnown, ObjectState? State)> StateAsync(HttpResponseMessage response, CancellationTokenSource limit) => Task.FromResult(response.StatusCode switch
    {
        HttpStatusCode.OK => (true, new ObjectState(ObjectHeaders.Of(response, "ETag") ?? "", ObjectHeaders.Of(response, ObjectHeaders.WriteId))),
        HttpStatusCode.NotFound => (true, (ObjectState?)null),
        _ => (false, null),
    });
}
