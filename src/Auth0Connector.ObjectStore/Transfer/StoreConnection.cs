using Auth0Connector.ObjectStore.Credentials;
using Auth0Connector.ObjectStore.Failures;
using Auth0Connector.ObjectStore.Naming;
using Auth0Connector.ObjectStore.Signing;

namespace Auth0Connector.ObjectStore.Transfer;

/// <summary>Signs and sends one request, once; what is tried again, and how often, is decided by whoever asks.</summary>
internal sealed class StoreConnection(HttpClient http, StoreAddress address, CredentialKeeper credentials, TimeProvider clock)
{
    /// <summary>Times that a request may be tried.</summary>
    public const int MostTries = 5;

    private const int LeastBytesPerSecond = 64 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>The pause before the second try; each further one is twice as long.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How long a body of a size may take.</summary>
    public static TimeSpan PatienceFor(long bytes) => Patience + TimeSpan.FromSeconds(bytes / LeastBytesPerSecond);

    /// <summary>Sends a request and has its answer read, all within a time.</summary>
    /// <exception cref="HttpRequestException">No whole answer came.</exception>
    public async Task<T> SendAsync<T>(
        HttpRequestMessage request,
        string payloadHash,
        TimeSpan patience,
        Func<HttpResponseMessage, CancellationTokenSource, Task<T>> read,
        CancellationToken cancellationToken)
    {
        RequestSigner.Sign(request, payloadHash, await credentials.GetAsync(cancellationToken), address.Region, clock.GetUtcNow());
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(patience);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            return await read(response, limit);
        }
        catch (OperationCanceledException failure) when (!cancellationToken.IsCancellationRequested)
        {
            throw new HttpRequestException("it took too long", failure);
        }
    }

    /// <summary>A request for an object.</summary>
    public HttpRequestMessage Request(HttpMethod method, ObjectName name) => new(method, address.Of(name));

    /// <summary>An answer that is no success, as the failure that it is; credentials that have run out are dropped.</summary>
    public async Task<(ObjectStoreException Failure, bool IsPassing)> RefusalAsync(
        string action, ObjectName name, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var text = await StoreAnswer.ReadAsync(response, cancellationToken);
        var code = StoreAnswer.Element(text, "Code");
        var region = StoreAnswer.Element(text, "Region") ?? ObjectHeaders.Of(response, "x-amz-bucket-region");
        var failure = Refusals.From(action, name.ToString(), response.StatusCode, code, region == address.Region ? null : region);
        if (!Refusals.IsExpired(code))
        {
            return (failure, failure.Kind == ObjectStoreErrorKind.Unreachable);
        }

        credentials.Forget();
        return (failure, true);
    }

    /// <summary>Waits before a try.</summary>
    public Task PauseAsync(int tries, CancellationToken cancellationToken) =>
        Task.Delay(FirstPause * Math.Pow(2, tries - 1), clock, cancellationToken);

    /// <summary>What is said where no answer came at all.</summary>
    public ObjectStoreException Unreachable(string action, ObjectName name, Exception failure) => new(
        ObjectStoreErrorKind.Unreachable,
        $"Cannot {action} '{name}': the object store at {address.Of(name).Authority} gives no whole answer ({(failure.InnerException ?? failure).Message.TrimEnd('.')}); check AWS_ENDPOINT_URL_S3, AWS_REGION and the network",
        failure);
}
