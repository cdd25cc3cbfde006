using Auth0Connector.ControlPlane;
using Auth0Connector.ControlPlane.Protocol;
using Auth0Connector.ControlPlane.Tasks;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using ServiceTask = Auth0Connector.ControlPlane.Protocol.Task;
using Task = System.Threading.Tasks.Task;

namespace Auth0Connector.Service.Tests.ControlPlane;

/// <summary>Each rule of the protocol is seen to fire: a call that is wrong in one thing is refused and written down.</summary>
public sealed class BrokenCallTests
{
    private static readonly Dictionary<string, Func<RawConnector, string, Task>> Calls = new(StringComparer.Ordinal)
    {
        ["host_id has 1 to 256"] = (raw, _) => raw.Client.GetTaskAsync(new() { HostId = new string('x', 257) }, raw.Headers).ResponseAsync,
        ["host_id is the same"] = (raw, _) => raw.Client.GetTaskAsync(new() { HostId = "another" }, raw.Headers).ResponseAsync,
        ["the token is one that was given"] = (raw, _) =>
        {
            raw.Token = "made-up";
            return raw.Client.GetTaskAsync(new() { HostId = RawConnector.HostName }, raw.Headers).ResponseAsync;
        },
        ["there is one bearer token"] = (raw, _) => raw.Client.GetTaskAsync(new() { HostId = RawConnector.HostName }).ResponseAsync,
        ["a poll comes no sooner than 0.5 s"] = async (raw, _) =>
        {
            await raw.Client.GetTaskAsync(new() { HostId = RawConnector.HostName }, raw.Headers);
            await raw.Client.GetTaskAsync(new() { HostId = RawConnector.HostName }, raw.Headers);
        },
        ["page_size is 1 to 100"] = (raw, _) => raw.Client.GetTasksAsync(new() { HostId = RawConnector.HostName, PageSize = 101 }, raw.Headers).ResponseAsync,
        ["known_task_ids have 27"] = (raw, _) => raw.Client.GetTasksAsync(new() { HostId = RawConnector.HostName, PageSize = 1, KnownTaskIds = { "short" } }, raw.Headers).ResponseAsync,
        ["known_task_ids were handed out"] = (raw, _) => raw.Client.GetTasksAsync(new() { HostId = RawConnector.HostName, PageSize = 1, KnownTaskIds = { TaskIds.Create() } }, raw.Headers).ResponseAsync,
        ["a heartbeat names a task"] = (raw, _) => raw.Client.HeartbeatAsync(new() { HostId = RawConnector.HostName }, raw.Headers).ResponseAsync,
        ["Heartbeat"] = (raw, _) => raw.Client.HeartbeatAsync(new() { HostId = RawConnector.HostName, TaskId = TaskIds.Create() }, raw.Headers).ResponseAsync,
        ["there is a final_state"] = (raw, task) => FinishAsync(raw, task, new()),
        ["an error has a status"] = (raw, task) => FinishAsync(raw, task, new() { Error = new() }),
        ["a code of 1 to 16"] = (raw, task) => FinishAsync(raw, task, new() { Error = new(), Status = new() { Message = "x" } }),
        ["an error's status says what went wrong"] = (raw, task) => FinishAsync(raw, task, new() { Error = new(), Status = new() { Code = 2 } }),
        ["an error has no response"] = (raw, task) => FinishAsync(raw, task, new() { Error = new() { Response = Any.Pack(new Empty()) }, Status = new() { Code = 2, Message = "x" } }),
        ["a success has no status"] = (raw, task) => FinishAsync(raw, task, new() { Success = new(), Status = new() { Code = 2, Message = "x" } }),
        ["annotations are 16 at most"] = (raw, task) => FinishAsync(raw, task, new() { Success = new() { Annotations = { Enumerable.Repeat(Any.Pack(new Empty()), 17) } } }),
        ["every Any has the type URL"] = (raw, task) => FinishAsync(raw, task, new() { Success = new() { Annotations = { new Any { TypeUrl = "nonsense" } } } }),
        ["a sync has no response"] = (raw, task) => FinishAsync(raw, task, new() { Success = new() { Response = Any.Pack(new Empty()) } }),
        ["FinishTask holds fields that the server does not know"] = (raw, task) => FinishAsync(raw, task, Unknown(new BatonServiceFinishTaskRequest { Success = new() })),
        ["task_id has 27 letters and digits"] = (raw, _) => FinishAsync(raw, "short", new() { Success = new() }),
        ["a task is finished once"] = async (raw, task) =>
        {
            await FinishAsync(raw, task, new() { Error = new(), Status = new() { Code = 2, Message = "x" } });
            await FinishAsync(raw, task, new() { Error = new(), Status = new() { Code = 2, Message = "y" } });
        },
        ["an upload begins with its metadata"] = (raw, _) => raw.UploadAsync(RawConnector.Data(1), RawConnector.End(1)),
        ["a sync's heartbeat comes before its upload"] = (raw, task) => raw.UploadAsync(RawConnector.Begin(task), RawConnector.Data(1), RawConnector.End(1)),
        ["a data message has 1 byte to 1 MiB, not 0"] = (raw, task) => BeatenAsync(raw, task, RawConnector.Begin(task), RawConnector.Data(), RawConnector.End()),
        ["a data message has 1 byte to 1 MiB, not 1048577"] = (raw, task) => BeatenAsync(raw, task, RawConnector.Begin(task), RawConnector.Data(new byte[1_048_577])),
        ["data follow the metadata, then the end"] = (raw, task) => BeatenAsync(raw, task, RawConnector.Begin(task), RawConnector.Begin(task)),
        ["an upload ends with its checksum"] = (raw, task) => BeatenAsync(raw, task, RawConnector.Begin(task), RawConnector.Data(1)),
        ["the checksum has 32 bytes"] = (raw, task) => BeatenAsync(raw, task, RawConnector.Begin(task), RawConnector.Data(1), new() { Eof = new() { Sha256Checksum = ByteString.CopyFrom(1, 2) } }),
        ["the checksum is that of what came"] = (raw, task) => BeatenAsync(raw, task, RawConnector.Begin(task), RawConnector.Data(1), RawConnector.End(2)),
        ["nothing follows the end"] = (raw, task) => BeatenAsync(raw, task, RawConnector.Begin(task), RawConnector.Data(1), RawConnector.End(1), RawConnector.Data(2)),
        ["the task is one that was handed out"] = (raw, _) => raw.UploadAsync(RawConnector.Begin(TaskIds.Create()), RawConnector.End()),
        ["a sync uploads 1 at most"] = async (raw, task) =>
        {
            await BeatenAsync(raw, task, RawConnector.Begin(task), RawConnector.Data(1), RawConnector.End(1));
            await raw.UploadAsync(RawConnector.Begin(task), RawConnector.Data(2), RawConnector.End(2));
        },
        ["nothing is uploaded for a task that is finished"] = async (raw, task) =>
        {
            await BeatenAsync(raw, task);
            await FinishAsync(raw, task, new() { Error = new(), Status = new() { Code = 2, Message = "x" } });
            await raw.UploadAsync(RawConnector.Begin(task), RawConnector.Data(2), RawConnector.End(2));
        },
    };

    private static readonly Dictionary<string, Action<BatonServiceHelloRequest>> Hellos = new(StringComparer.Ordinal)
    {
        ["host_id has 1 to 256"] = hello => hello.HostId = "",
        ["task_id has 27"] = hello => hello.TaskId = "short",
        ["build_info is there"] = hello => hello.BuildInfo = null,
        ["build_info.lang_version"] = hello => hello.BuildInfo.LangVersion = "",
        ["build_info.package has"] = hello => hello.BuildInfo.Package = new string('x', 257),
        ["build_info.package_version"] = hello => hello.BuildInfo.PackageVersion = "",
        ["os_info is there"] = hello => hello.OsInfo = null,
        ["os_info.hostname"] = hello => hello.OsInfo.Hostname = "",
        ["os_info.os "] = hello => hello.OsInfo.Os = "",
        ["os_info.platform "] = hello => hello.OsInfo.Platform = "",
        ["os_info.platform_version"] = hello => hello.OsInfo.PlatformVersion = "",
        ["os_info.platform_family"] = hello => hello.OsInfo.PlatformFamily = "",
        ["os_info.kernel_version"] = hello => hello.OsInfo.KernelVersion = "",
        ["os_info.kernel_arch"] = hello => hello.OsInfo.KernelArch = "",
        ["os_info.virtualization_system"] = hello => hello.OsInfo.VirtualizationSystem = "",
        ["connector_metadata is there"] = hello => hello.ConnectorMetadata = null,
        ["display_name has 1 to 1024"] = hello => hello.ConnectorMetadata.DisplayName = "",
        ["description has 4096"] = hello => hello.ConnectorMetadata.Description = new string('x', 4097),
        ["help_url is empty or https"] = hello => hello.ConnectorMetadata.HelpUrl = "http://example.com",
        ["annotations are 16"] = hello => hello.Annotations.Add(Enumerable.Repeat(Any.Pack(new Empty()), 17)),
        ["credential_details is there"] = hello => hello.ConnectorMetadata.Capabilities = new(),
        ["sorted by number"] = hello => hello.ConnectorMetadata.Capabilities = new() { CredentialDetails = new(), ConnectorCapabilities_ = { Capability.Sync, Capability.Provision } },
        ["Hello holds fields that the server does not know"] = hello => hello.MergeFrom(Foreign),
    };

    private static readonly Dictionary<string, Action<Dictionary<string, object>, Dictionary<string, object>>> Assertions = new(StringComparer.Ordinal)
    {
        ["alg is EdDSA"] = (header, _) => header["alg"] = "none",
        ["header holds alg, nonce and nothing else"] = (header, _) => header["typ"] = "JWT",
        ["nonce is 32 hex digits"] = (header, _) => header["nonce"] = "00",
        ["iss is the client id"] = (_, claims) => claims["iss"] = "x",
        ["sub is the client id"] = (_, claims) => claims["sub"] = "x",
        ["aud is the host"] = (_, claims) => claims["aud"] = "localhost:1",
        ["claims are aud, exp, iat, iss, nbf, sub and nothing else"] = (_, claims) => claims["jti"] = "1",
        ["iat is now"] = (_, claims) => claims["iat"] = (long)claims["iat"] - 1000,
        ["nbf is 120 s before iat"] = (_, claims) => claims["nbf"] = (long)claims["nbf"] + 1,
        ["exp is 120 s after iat"] = (_, claims) => claims["exp"] = (long)claims["exp"] + 1,
        ["iat, nbf and exp are whole seconds"] = (_, claims) => claims["iat"] = "now",
    };

    private static readonly ByteString Foreign = ByteString.CopyFrom(0xF8, 0x3E, 0x01);

    public static TheoryData<string> OfCalls => [.. Calls.Keys];

    public static TheoryData<string> OfHellos => [.. Hellos.Keys];

    public static TheoryData<string> OfAssertions => [.. Assertions.Keys];

    [Theory]
    [MemberData(nameof(OfCalls))]
    public async Task A_wrong_call_is_refused_and_written_down(string rule)
    {
        await using var server = await ControlPlaneServer.StartAsync();
        var task = new TaskScript(new ServiceTask { SyncFull = new() });
        server.Enqueue(task);
        using var raw = await RawConnector.GreetedAsync(server);
        await raw.Client.GetTaskAsync(new() { HostId = RawConnector.HostName }, raw.Headers);

        await Assert.ThrowsAsync<RpcException>(() => Calls[rule](raw, task.Id));

        Assert.Contains(server.Violations, broken => broken.Contains(rule, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(OfHellos))]
    public async Task A_wrong_hello_is_refused_and_written_down(string rule)
    {
        await using var server = await ControlPlaneServer.StartAsync();
        using var raw = new RawConnector(server);
        await raw.BuyAsync();
        var hello = RawConnector.Hello();
        Hellos[rule](hello);

        var refusal = await Assert.ThrowsAsync<RpcException>(() => raw.Client.HelloAsync(hello, raw.Headers).ResponseAsync);

        Assert.Equal(StatusCode.InvalidArgument, refusal.StatusCode);
        Assert.NotEmpty(server.Violations);
        Assert.All(server.Violations, broken => Assert.Contains(rule, broken, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(OfAssertions))]
    public async Task A_wrong_assertion_buys_nothing(string rule)
    {
        await using var server = await ControlPlaneServer.StartAsync();
        using var raw = new RawConnector(server);
        var (header, claims) = (raw.Header(), raw.Claims());
        Assertions[rule](header, claims);

        using var answer = await raw.Http.PostAsync(raw.TokenUrl, new FormUrlEncodedContent(raw.Form(raw.Assertion(header, claims))));

        Assert.Equal(401, (int)answer.StatusCode);
        Assert.Contains(server.Violations, broken => broken.Contains(rule, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_nonce_is_good_once()
    {
        await using var server = await ControlPlaneServer.StartAsync();
        using var raw = new RawConnector(server);
        var form = raw.Form();

        using var first = await raw.Http.PostAsync(raw.TokenUrl, new FormUrlEncodedContent(form));
        using var second = await raw.Http.PostAsync(raw.TokenUrl, new FormUrlEncodedContent(form));

        Assert.Equal((200, 401), ((int)first.StatusCode, (int)second.StatusCode));
        Assert.Contains("nonce is never used twice", Assert.Single(server.Violations), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_asks_for_tasks_before_hello()
    {
        await using var server = await ControlPlaneServer.StartAsync();
        using var raw = new RawConnector(server);
        await raw.BuyAsync();

        await Assert.ThrowsAsync<RpcException>(() => raw.Client.GetTaskAsync(new() { HostId = RawConnector.HostName }, raw.Headers).ResponseAsync);

        Assert.Contains("Hello comes before the first poll", Assert.Single(server.Violations), StringComparison.Ordinal);
    }

    private static async Task BeatenAsync(RawConnector raw, string task, params BatonServiceUploadAssetRequest[] messages)
    {
        await raw.Client.HeartbeatAsync(new() { HostId = RawConnector.HostName, TaskId = task }, raw.Headers);
        if (messages.Length > 0)
        {
            await raw.UploadAsync(messages);
        }
    }

    private static Task FinishAsync(RawConnector raw, string task, BatonServiceFinishTaskRequest finish)
    {
        finish.HostId = RawConnector.HostName;
        finish.TaskId = task;
        return raw.Client.FinishTaskAsync(finish, raw.Headers).ResponseAsync;
    }

    private static BatonServiceFinishTaskRequest Unknown(BatonServiceFinishTaskRequest finish)
    {
        finish.MergeFrom(Foreign);
        return finish;
    }
}
