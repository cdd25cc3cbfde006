using Google.Protobuf;
using Grpc.Core;
using Kind = Auth0Connector.Service.Protocol.Task.TaskTypeOneofCase;
using ServiceTask = Auth0Connector.Service.Protocol.Task;
using Task = System.Threading.Tasks.Task;

namespace Auth0Connector.Service.Tests.Changes;

public sealed class UnofferedTaskTests
{
    // Kinds that are answered elsewhere, or are no task.
    private static readonly Kind[] Elsewhere = [Kind.None, Kind.None_, Kind.Hello, Kind.SyncFull, Kind.ListEventFeeds, Kind.ListEvents];

    [Fact]
    public async Task Every_kind_is_answered_here_or_known_to_be_answered_elsewhere()
    {
        await using var tenant = await ChangingTenant.StartAsync();

        Assert.Equal(Enum.GetValues<Kind>().Except(Elsewhere).Order(), tenant.Tasks.Handlers.Keys.Order());
    }

    [Fact]
    public async Task What_is_not_offered_is_answered_at_once_in_the_ecosystems_words()
    {
        await using var tenant = await ChangingTenant.StartAsync();
        var resource = new ServiceTask { CreateResource = new() { Resource = new() { Id = new() { ResourceType = "role" } } } };
        (ServiceTask Task, StatusCode Code, string Text, bool IsRetryable)[] tasks =
        [
            (resource, StatusCode.Unimplemented, "resource type role does not have resource Create() configured", false),
            (new ServiceTask { CreateResource = new() }, StatusCode.InvalidArgument, "malformed create resource task", false),
            (new ServiceTask { IssueCredential = new() }, StatusCode.Unimplemented, "resource type does not have credential manager configured", false),
            (new ServiceTask { CreateTicketTask = new() }, StatusCode.Unknown, "ticketing is not enabled", true),
            (new ServiceTask { ListTicketSchemas = new() }, StatusCode.Unknown, "ticketing is not enabled", true),
            (new ServiceTask { GetTicket = new() }, StatusCode.Unknown, "ticketing is not enabled", true),
            (new ServiceTask { BulkCreateTickets = new() }, StatusCode.Unknown, "ticketing is not enabled", true),
            (new ServiceTask { BulkGetTickets = new() }, StatusCode.Unknown, "ticketing is not enabled", true),
            (new ServiceTask { EventFeed = new() }, StatusCode.Unknown, "unsupported task type", true),
            (new ServiceTask { CreateSyncDiff = new() }, StatusCode.Unknown, "unsupported task type", true),
            (new ServiceTask { CompactSyncs = new() }, StatusCode.Unknown, "unsupported task type", true),
        ];
        foreach (var (task, code, text, isRetryable) in tasks)
        {
            Assert.Equal((code, text, isRetryable), await tenant.RunAsync(task) is var outcome ? (outcome.Code, outcome.Message, outcome.Retryable) : default);
        }

        Assert.Equal(0, tenant.Server.Requests.Total);
    }

    [Fact]
    public async Task A_kind_that_is_not_known_yet_is_answered_too()
    {
        await using var tenant = await ChangingTenant.StartAsync();
        // Field 150 with an empty message.
        var task = ServiceTask.Parser.ParseFrom([.. new ServiceTask { Id = ChangingTenant.TaskId }.ToByteArray(), 0xb2, 0x09, 0x00]);

        var outcome = await tenant.Tasks.Unoffered(task, default);

        Assert.Equal(Kind.None, task.TaskTypeCase);
        Assert.Equal((StatusCode.Unknown, "unsupported task type", true), (outcome.Code, outcome.Message, outcome.Retryable));
    }

    [Fact]
    public async Task Where_nothing_may_be_changed_every_change_is_refused_alike()
    {
        await using var tenant = await ChangingTenant.StartAsync(tools: static tools => tools with { IsProvisioning = false });
        ServiceTask[] changes =
        [
            new() { Grant = new() }, new() { Revoke = new() }, new() { CreateAccount = new() }, new() { CreateResource = new() },
            new() { DeleteResource = new() }, new() { RotateCredentials = new() }, new() { IssueCredential = new() },
        ];
        foreach (var change in changes)
        {
            Assert.Equal((StatusCode.FailedPrecondition, "provisioning is not enabled", false), await tenant.RunAsync(change) is var outcome ? (outcome.Code, outcome.Message, outcome.Retryable) : default);
        }
    }
}
