using Auth0Connector.MockTenant;
using Grpc.Core;
using ServiceTask = Auth0Connector.Service.Protocol.Task;

namespace Auth0Connector.Service.Tests.Changes;

/// <summary>What a change answers that was told to stop: before its request has left, while it is on its way, and shortly before its answer.</summary>
public sealed class StoppedChangeTests
{
    public static TheoryData<string, bool> Changes => new()
    {
        { "POST /users/{id}/roles", false },
        { "DELETE /users/{id}", false },
        { "POST /users", false },
        { "PATCH /users/{id}", true },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Before_its_request_has_left_nothing_is_changed(string endpoint, bool isRetryable)
    {
        using var stop = new CancellationTokenSource();
        await using var tenant = await ChangingTenant.StartAsync(new MockTenantOptions { Script = request => Stopping(request, "GET") });

        var outcome = await tenant.RunAsync(Change(tenant, endpoint), stop.Token);

        Assert.Equal((StatusCode.Cancelled, isRetryable), (outcome.Code, outcome.Retryable));
        Assert.Contains("nothing was changed", outcome.Message, StringComparison.Ordinal);
        Assert.Equal(0, tenant.Writes);

        MockFault? Stopping(MockRequest request, string method)
        {
            if (request.Method == method)
            {
                stop.Cancel();
            }

            return null;
        }
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_task_that_was_stopped_before_it_began_asks_nothing(string endpoint, bool isRetryable)
    {
        await using var tenant = await ChangingTenant.StartAsync();

        var outcome = await tenant.RunAsync(Change(tenant, endpoint), new CancellationToken(canceled: true));

        Assert.Equal((StatusCode.Cancelled, isRetryable), (outcome.Code, outcome.Retryable));
        Assert.Equal(0, tenant.Server.Requests.Total);
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task While_its_request_is_on_its_way_it_is_not_known_whether_it_was_done(string endpoint, bool isRetryable)
    {
        using var stop = new CancellationTokenSource();
        await using var tenant = await ChangingTenant.StartAsync(
            new MockTenantOptions { Script = request => Stopping(request, endpoint, stop, TimeSpan.FromMinutes(5)) },
            tools: static tools => tools with { SentGrace = TimeSpan.FromMilliseconds(20) });

        var outcome = await tenant.RunAsync(Change(tenant, endpoint), stop.Token);

        Assert.Equal((StatusCode.Cancelled, isRetryable), (outcome.Code, outcome.Retryable));
        Assert.Contains("whether it was done is not known", outcome.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task An_answer_that_comes_in_time_is_told(string endpoint, bool isRetryable)
    {
        using var stop = new CancellationTokenSource();
        await using var tenant = await ChangingTenant.StartAsync(
            new MockTenantOptions { Script = request => Stopping(request, endpoint, stop, TimeSpan.FromMilliseconds(20)) },
            tools: static tools => tools with { SentGrace = TimeSpan.FromMinutes(5) });

        var outcome = await tenant.RunAsync(Change(tenant, endpoint), stop.Token);

        Assert.True(outcome.Succeeded, outcome.Message);
        Assert.True(stop.IsCancellationRequested);
        Assert.Equal(1, tenant.Writes);
        Assert.False(outcome.Retryable && isRetryable);
    }

    private static MockFault? Stopping(MockRequest request, string endpoint, CancellationTokenSource stop, TimeSpan wait)
    {
        if (request.Endpoint != endpoint)
        {
            return null;
        }

        stop.Cancel();
        return MockFault.Delay(wait);
    }

    private static ServiceTask Change(ChangingTenant tenant, string endpoint)
    {
        var asked = AskedCases.Of(tenant.Truth, AskedCases.Role);
        return endpoint switch
        {
            "DELETE /users/{id}" => new ServiceTask { DeleteResource = new() { ResourceId = asked.Principal.Id } },
            "POST /users" => new ServiceTask { CreateAccount = new() { AccountInfo = new() { Login = "new.ada@acme.example" } } },
            "PATCH /users/{id}" => ActionTaskTests.Invocation("disable_account", Google.Protobuf.WellKnownTypes.Value.ForString(tenant.Truth.Users.First(x => !x.Blocked).Id)),
            _ => asked.Grant(),
        };
    }
}
