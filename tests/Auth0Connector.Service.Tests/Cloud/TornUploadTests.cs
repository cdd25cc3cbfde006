using Auth0Connector.Service.Cloud;
using Auth0Connector.Service.Protocol;
using Grpc.Core;
using Task = System.Threading.Tasks.Task;

namespace Auth0Connector.Service.Tests.Cloud;

/// <summary>
/// A call that breaks while a chunk is written. How it breaks is a race of the network, so here the call itself is made: what the
/// stream throws, and whether an end is ever told.
/// </summary>
public sealed class TornUploadTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_call_of_which_nobody_hears_the_end_is_not_waited_for()
    {
        var ended = await SendAsync(new HttpRequestException("The request was aborted."), new TaskCompletionSource<BatonServiceUploadAssetResponse>().Task);

        Assert.Equal(StatusCode.Unavailable, ended.StatusCode);
    }

    [Theory]
    [InlineData(typeof(IOException))]
    [InlineData(typeof(InvalidOperationException))]
    [InlineData(typeof(ObjectDisposedException))]
    public async Task A_call_that_has_an_end_is_asked_why(Type broken)
    {
        var failure = broken == typeof(ObjectDisposedException) ? new ObjectDisposedException("call") : (Exception)Activator.CreateInstance(broken, "broken")!;

        var ended = await SendAsync(failure, Task.FromException<BatonServiceUploadAssetResponse>(new RpcException(new Status(StatusCode.Internal, "no room"))));

        Assert.Equal((StatusCode.Internal, "no room"), (ended.StatusCode, ended.Status.Detail));
    }

    private async Task<RpcException> SendAsync(Exception broken, Task<BatonServiceUploadAssetResponse> response)
    {
        using var upload = await AssetUpload.OpenAsync(_folder.Write("sync.c1z", new byte[10]), CancellationToken.None);
        using var time = new CallTime(TimeSpan.FromMinutes(1), TimeProvider.System, CancellationToken.None);
        var client = new BatonService.BatonServiceClient(new OneCall(new BrokenStream(broken), response));
        return await Assert.ThrowsAsync<RpcException>(() => upload.SendAsync(client, default, time, new()).WaitAsync(TimeSpan.FromSeconds(30)));
    }

    private sealed class BrokenStream(Exception broken) : IClientStreamWriter<BatonServiceUploadAssetRequest>
    {
        public WriteOptions? WriteOptions { get; set; }

        public Task CompleteAsync() => Task.FromException(broken);

        public Task WriteAsync(BatonServiceUploadAssetRequest message) => Task.FromException(broken);
    }

    private sealed class OneCall(IClientStreamWriter<BatonServiceUploadAssetRequest> stream, Task<BatonServiceUploadAssetResponse> response) : CallInvoker
    {
        public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options) => new(
            (IClientStreamWriter<TRequest>)stream,
            (Task<TResponse>)(object)response,
            Task.FromResult(new Metadata()),
            static () => Status.DefaultSuccess,
            static () => [],
            static () => { });

        public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) =>
            throw new NotSupportedException();

        public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options) =>
            throw new NotSupportedException();

        public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) =>
            throw new NotSupportedException();

        public override TResponse BlockingUnaryCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) =>
            throw new NotSupportedException();
    }
}
