using Auth0Connector.ControlPlane;
using Auth0Connector.ControlPlane.Calls;
using Auth0Connector.ControlPlane.Faults;
using Auth0Connector.ControlPlane.Tasks;
using Auth0Connector.Service.Cloud;
using Auth0Connector.Service.Credentials;
using Grpc.Core;
using Microsoft.Extensions.Time.Testing;
using ServiceTask = Auth0Connector.ControlPlane.Protocol.Task;

namespace Auth0Connector.Service.Tests.Cloud;

/// <summary>The calls of a connector, and what it makes of those that fail.</summary>
public sealed class CloudCallTests
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(30);

    public static TheoryData<StatusCode, CloudFailure> Codes() => new()
    {
        { StatusCode.Cancelled, CloudFailure.Unavailable },
        { StatusCode.Unknown, CloudFailure.Unavailable },
        { StatusCode.InvalidArgument, CloudFailure.Refused },
        { StatusCode.DeadlineExceeded, CloudFailure.Unavailable },
        { StatusCode.NotFound, CloudFailure.Refused },
        { StatusCode.AlreadyExists, CloudFailure.Refused },
        { StatusCode.PermissionDenied, CloudFailure.Refused },
        { StatusCode.ResourceExhausted, CloudFailure.Unavailable },
        { StatusCode.FailedPrecondition, CloudFailure.Refused },
        { StatusCode.Aborted, CloudFailure.Unavailable },
        { StatusCode.OutOfRange, CloudFailure.Refused },
        { StatusCode.Unimplemented, CloudFailure.Refused },
        { StatusCode.Internal, CloudFailure.Unavailable },
        { StatusCode.Unavailable, CloudFailure.Unavailable },
        { StatusCode.DataLoss, CloudFailure.Unavailable },
    };

    [Fact]
    public async Task Everything_goes_over_one_connection_under_our_name_and_breaks_no_rule()
    {
        await using var scene = await CloudScene.StartAsync();
        var sync = await scene.TakeSyncAsync();
        scene.Server.Enqueue(new TaskScript(new ServiceTask { ListEventFeeds = new() }), new TaskScript(new ServiceTask { Hello = new() }) { NextPoll = TimeSpan.FromHours(1) });
        var several = await scene.Client.GetTasksAsync(500, [sync], CancellationToken.None);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => scene.Client.HeartbeatAsync(sync, CancellationToken.None)));
        await scene.Client.HelloAsync(several.Tasks[1].Id, CloudScene.Metadata, CancellationToken.None);

        Assert.Empty(scene.Server.Violations);
        Assert.Equal((2, TimeSpan.FromMinutes(5)), (several.Tasks.Count, several.NextPoll));
        Assert.Single(scene.Server.CallsSeen.Select(static call => call.Line).Distinct());
        Assert.All(scene.Server.CallsSeen, call => Assert.Matches(@"^auth0-connector/\d+\.\d+\.\d+$", call.UserAgent));
        Assert.Equal(1, scene.Server.TokensGiven);
    }

    [Fact]
    public async Task Hello_says_unknown_where_nothing_is_known()
    {
        await using var scene = await CloudScene.StartAsync();

        await scene.Client.HelloAsync("", CloudScene.Metadata, CancellationToken.None);

        var hello = await scene.Server.HelloAsync();
        Assert.Equal(("unknown", "unknown", "Auth0"), (hello.OsInfo.VirtualizationSystem, hello.BuildInfo.Package, hello.ConnectorMetadata.DisplayName));
    }

    [Fact]
    public async Task Another_host_is_asked_while_the_assertion_stays_made_out_to_the_ids()
    {
        await using var scene = await CloudScene.StartAsync(new ControlPlaneOptions { IdHost = "acme.conductor.example" });

        await scene.Client.HelloAsync("", CloudScene.Metadata, CancellationToken.None);

        Assert.Empty(scene.Server.Violations);
        Assert.Equal(scene.Server.Host, scene.Client.Host);
    }

    [Theory]
    [InlineData("https://acme.conductor.one")]
    [InlineData("acme.conductor.one/path")]
    [InlineData("acme:99999")]
    public async Task A_host_to_ask_that_is_none_is_said_so(string host)
    {
        await using var scene = await CloudScene.StartAsync();

        Assert.Contains("BATON_C1_API_HOST", Assert.Throws<CredentialFormatException>(() => new CloudClient(scene.Options with { ApiHost = host }, TimeProvider.System, scene.Log)).Message, StringComparison.Ordinal);
        Assert.Contains("BATON_HOST_ID", Assert.Throws<CredentialFormatException>(() => new CloudClient(scene.Options with { HostId = "" }, TimeProvider.System, scene.Log)).Message, StringComparison.Ordinal);
        Assert.Throws<CredentialFormatException>(() => new CloudClient(scene.Options with { HostId = new string('h', 257) }, TimeProvider.System, scene.Log));
    }

    [Fact]
    public async Task An_answer_without_a_task_has_none_and_an_unknown_kind_is_a_task()
    {
        await using var scene = await CloudScene.StartAsync(new ControlPlaneOptions { PollFloor = TimeSpan.Zero });
        await scene.Client.HelloAsync("", CloudScene.Metadata, CancellationToken.None);

        Assert.Empty((await scene.Client.GetTaskAsync(CancellationToken.None)).Tasks);
        scene.Server.Enqueue(new TaskScript(new ServiceTask { None = new() }));
        Assert.Empty((await scene.Client.GetTaskAsync(CancellationToken.None)).Tasks);
        scene.Server.Enqueue(new TaskScript(new ServiceTask()));
        var task = Assert.Single((await scene.Client.GetTaskAsync(CancellationToken.None)).Tasks);

        Assert.Equal(Protocol.Task.TaskTypeOneofCase.None, task.TaskTypeCase);
        Assert.True(scene.Client.State.IsWell);
    }

    [Fact]
    public async Task A_heartbeat_says_when_the_next_is_due_and_whether_the_task_is_wanted()
    {
        await using var scene = await CloudScene.StartAsync();
        var id = await scene.TakeSyncAsync();
        scene.Server.NextHeartbeat = TimeSpan.Zero;
        Assert.Equal(new Beat(TimeSpan.FromSeconds(30), Cancelled: false), await scene.Client.HeartbeatAsync(id, CancellationToken.None));
        scene.Server.NextHeartbeat = TimeSpan.FromSeconds(7);
        scene.Server.Cancel(id);

        Assert.Equal(new Beat(TimeSpan.FromSeconds(7), Cancelled: true), await scene.Client.HeartbeatAsync(id, CancellationToken.None));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task A_code_is_an_outage_or_a_refusal(StatusCode code, CloudFailure expected)
    {
        await using var scene = await CloudScene.StartAsync();
        scene.Server.Faults.Next(CloudCall.Hello, CloudFault.Status(code));

        var failure = await EndAsync(scene);

        Assert.Equal((expected, code, expected == CloudFailure.Unavailable), (failure.Failure, failure.Code, failure.MayPass));
        Assert.Equal($"{scene.Server.Host} answered Hello with {code} ({(int)code}): made to fail: answered with {code}", failure.Message);
        Assert.Equal((false, failure.Message), (scene.Client.State.IsWell, scene.Client.State.Failure));
        await scene.Client.HelloAsync("", CloudScene.Metadata, CancellationToken.None);
        Assert.True(scene.Client.State.IsWell);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(502)]
    [InlineData(200)]
    public async Task What_is_no_gRPC_is_an_outage_whatever_its_status(int status)
    {
        await using var scene = await CloudScene.StartAsync();
        scene.Server.Faults.Next(CloudCall.Hello, CloudFault.Page(status));

        var failure = await EndAsync(scene);

        Assert.Equal(CloudFailure.Unavailable, failure.Failure);
        Assert.Equal($"{scene.Server.Host} answered Hello with HTTP {status}, which is no answer of gRPC; a proxy or a load balancer may stand between", failure.Message);
    }

    [Fact]
    public async Task A_line_that_is_cut_is_unreachable_and_the_next_call_has_a_new_one()
    {
        await using var scene = await CloudScene.StartAsync();
        scene.Server.Faults.Next(CloudCall.Hello, CloudFault.Cut());
        scene.Server.Faults.Next(CloudCall.Hello, CloudFault.Reset());

        Assert.True((await EndAsync(scene)).MayPass);
        Assert.True((await EndAsync(scene)).MayPass);
        await scene.Client.HelloAsync("", CloudScene.Metadata, CancellationToken.None);
        Assert.Equal(2, scene.Server.CallsSeen.Select(static call => call.Line).Distinct().Count());
    }

    [Fact]
    public async Task A_cloud_that_is_away_is_unreachable_until_it_is_back()
    {
        await using var scene = await CloudScene.StartAsync();
        await scene.Client.HelloAsync("", CloudScene.Metadata, CancellationToken.None);
        await scene.Server.StopListeningAsync();

        var failure = await EndAsync(scene);
        await scene.Server.ListenAgainAsync();

        Assert.Equal((CloudFailure.Unreachable, StatusCode.Unavailable), (failure.Failure, failure.Code));
        await scene.Client.HelloAsync("", CloudScene.Metadata, CancellationToken.None);
    }

    [Fact]
    public async Task A_certificate_that_is_not_trusted_is_said_as_such()
    {
        await using var scene = await CloudScene.StartAsync();
        await using var stranger = new CloudClient(scene.Options with { Authorities = [] }, TimeProvider.System, scene.Log);

        var failure = await Assert.ThrowsAsync<CloudException>(() => stranger.GetTaskAsync(CancellationToken.None));

        Assert.Equal((CloudFailure.Untrusted, true), (failure.Failure, failure.MayPass));
        Assert.EndsWith("name its certificate by --ca-file", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revoked_token_is_renewed_once_and_nobody_hears_of_it()
    {
        await using var scene = await CloudScene.StartAsync();
        await scene.Client.HelloAsync("", CloudScene.Metadata, CancellationToken.None);
        scene.Server.RevokeTokens();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => scene.Client.HelloAsync("", CloudScene.Metadata, CancellationToken.None)));

        Assert.Equal(2, scene.Server.TokensGiven);
        Assert.Contains(scene.Log.Lines, static line => line.Text == "the token was refused for Hello; a new one is asked for");
    }

    [Fact]
    public async Task A_token_that_is_refused_also_when_it_is_new_is_a_refusal_of_who_we_are()
    {
        await using var scene = await CloudScene.StartAsync();
        scene.Server.Faults.Always(CloudCall.Hello, CloudFault.Status(StatusCode.Unauthenticated));

        var failure = await EndAsync(scene);

        Assert.Equal((CloudFailure.CredentialsRefused, StatusCode.Unauthenticated, false), (failure.Failure, failure.Code, failure.MayPass));
        Assert.Equal($"{scene.Server.Host} refused our token for Hello: made to fail: answered with Unauthenticated", failure.Message);
        Assert.Equal(2, scene.Server.CallsSeen.Count(static call => call.Call == CloudCall.Hello));
        Assert.Equal(2, scene.Server.TokensGiven);
    }

    [Fact]
    public async Task Tokens_of_12_seconds_are_renewed_in_time()
    {
        var clock = new FakeTimeProvider();
        await using var scene = await CloudScene.StartAsync(new ControlPlaneOptions { TokenLifetime = TimeSpan.FromSeconds(12), Time = clock }, clock);
        for (var second = 0; second < 30; second++)
        {
            await scene.Client.HelloAsync("", CloudScene.Metadata, CancellationToken.None);
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Empty(scene.Server.Violations);
        Assert.Equal(10, scene.Server.TokensGiven);
    }

    [Fact]
    public async Task An_outage_of_the_token_endpoint_is_none_of_our_credentials_and_a_redirect_is_not_followed()
    {
        await using var scene = await CloudScene.StartAsync();
        scene.Server.Faults.Next(CloudCall.Token, CloudFault.Page(503));
        scene.Server.Faults.Next(CloudCall.Token, CloudFault.Redirect($"{scene.Server.Url}auth/v1/token"));

        Assert.Equal((CloudFailure.Unavailable, StatusCode.Unavailable), Told(await EndAsync(scene)));
        Assert.Equal((CloudFailure.Unavailable, StatusCode.Unavailable), Told(await EndAsync(scene)));
        Assert.Equal(2, scene.Server.CallsSeen.Count);
        await scene.Client.HelloAsync("", CloudScene.Metadata, CancellationToken.None);

        static (CloudFailure, StatusCode) Told(CloudException failure) => (failure.Failure, failure.Code);
    }

    [Fact]
    public async Task A_call_that_is_never_answered_is_given_up_after_30_seconds()
    {
        var clock = new FakeTimeProvider();
        await using var scene = await CloudScene.StartAsync(new ControlPlaneOptions { Time = clock }, clock);
        scene.Server.Faults.Always(CloudCall.Hello, CloudFault.Hang());
        var ending = EndAsync(scene);
        await scene.Server.CallAsync(static call => call is { Call: CloudCall.Hello, Answered: null }, "a Hello that hangs");

        clock.Advance(TimeSpan.FromSeconds(30));

        var failure = await ending.WaitAsync(Bound);

        Assert.Equal((CloudFailure.Unavailable, StatusCode.DeadlineExceeded), (failure.Failure, failure.Code));
        Assert.Equal($"{scene.Server.Host} did not answer Hello within 30 s", failure.Message);
    }

    [Fact]
    public async Task Who_stops_is_obeyed_at_once()
    {
        await using var scene = await CloudScene.StartAsync();
        scene.Server.Faults.Always(CloudCall.Hello, CloudFault.Hang());
        using var stop = new CancellationTokenSource();
        var hello = scene.Client.HelloAsync("", CloudScene.Metadata, stop.Token);
        await scene.Server.CallAsync(static call => call is { Call: CloudCall.Hello, Answered: null }, "a Hello that hangs");

        await stop.CancelAsync();

        var ended = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => hello.WaitAsync(Bound));
        Assert.Equal(stop.Token, ended.CancellationToken);
        Assert.Null(scene.Client.State.Failure);
    }

    [Fact]
    public async Task A_refusal_of_one_task_says_nothing_of_the_cloud()
    {
        await using var scene = await CloudScene.StartAsync();
        var id = await scene.TakeSyncAsync();
        scene.Server.Faults.Next(CloudCall.Heartbeat, CloudFault.Status(StatusCode.NotFound));

        var failure = await Assert.ThrowsAsync<CloudException>(() => scene.Client.HeartbeatAsync(id, CancellationToken.None));

        Assert.Equal((CloudFailure.Refused, true), (failure.Failure, scene.Client.State.IsWell));
    }

    private static async Task<CloudException> EndAsync(CloudScene scene)
    {
        var failure = await Assert.ThrowsAsync<CloudException>(() => scene.Client.HelloAsync("", CloudScene.Metadata, CancellationToken.None));
        Assert.All(scene.Options.Secret.Reveal(), text => Assert.DoesNotContain(text, failure.ToString(), StringComparison.Ordinal));
        return failure;
    }
}
