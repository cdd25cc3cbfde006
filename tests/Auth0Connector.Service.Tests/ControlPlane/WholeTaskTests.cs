using Auth0Connector.ControlPlane;
using Auth0Connector.ControlPlane.Calls;
using Auth0Connector.ControlPlane.Tasks;
using Grpc.Core;
using Task = System.Threading.Tasks.Task;

namespace Auth0Connector.Service.Tests.ControlPlane;

/// <summary>A connector that keeps every rule is served from Hello to the end of a sync.</summary>
public sealed class WholeTaskTests
{
    [Fact]
    public async Task A_sync_is_handed_out_uploaded_and_finished_without_a_broken_rule()
    {
        await using var server = await ControlPlaneServer.StartAsync();
        var task = new TaskScript(new Auth0Connector.ControlPlane.Protocol.Task { SyncFull = new() });
        server.Enqueue(task);
        using var connector = await RawConnector.GreetedAsync(server);

        var given = await connector.Client.GetTaskAsync(new() { HostId = RawConnector.HostName }, connector.Headers);
        Assert.Equal(task.Message, given.Task);
        var beat = await connector.Client.HeartbeatAsync(new() { HostId = RawConnector.HostName, TaskId = task.Id }, connector.Headers);
        Assert.False(beat.Cancelled);
        await connector.UploadAsync(RawConnector.Begin(task.Id), RawConnector.Data(1, 2), RawConnector.Data(3), RawConnector.End(1, 2, 3));
        await connector.Client.FinishTaskAsync(
            new() { HostId = RawConnector.HostName, TaskId = task.Id, Success = new() }, connector.Headers);

        var upload = await server.UploadedAsync(task.Id);
        Assert.Equal([2, 1], upload.Chunks);
        Assert.Equal([1, 2, 3], await File.ReadAllBytesAsync(upload.Path));
        Assert.True((await server.FinishedAsync(task.Id)).Succeeded);
        Assert.Single(server.HeartbeatsOf(task.Id));
        Assert.Equal(
            [CloudCall.Token, CloudCall.Hello, CloudCall.Poll, CloudCall.Heartbeat, CloudCall.Upload, CloudCall.Finish],
            server.CallsSeen.Select(call => call.Call));
        Assert.Single(server.CallsSeen.Where(call => call.Call != CloudCall.Token).Select(call => call.Line).Distinct());
        Assert.All(server.CallsSeen.Skip(1), call => Assert.Equal(StatusCode.OK, call.Code));
        Assert.Empty(server.Violations);
    }
}
