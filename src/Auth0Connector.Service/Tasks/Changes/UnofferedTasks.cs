using Grpc.Core;
using Kind = Auth0Connector.Service.Protocol.Task.TaskTypeOneofCase;
using ServiceTask = Auth0Connector.Service.Protocol.Task;

namespace Auth0Connector.Service.Tasks.Changes;

/// <summary>What is not offered: finished at once, with the ecosystem's codes and texts (service mode, section 8).</summary>
internal static class UnofferedTasks
{
    /// <summary>Kinds that would change something, and so are refused first where nothing may be changed.</summary>
    public static TaskOutcome Change(ServiceTask task) => task.TaskTypeCase switch
    {
        Kind.CreateResource when task.CreateResource.Resource is { Id.ResourceType: { Length: > 0 } type } =>
            TaskOutcome.Refused(StatusCode.Unimplemented, $"resource type {type} does not have resource Create() configured"),
        Kind.CreateResource => TaskOutcome.Refused(StatusCode.InvalidArgument, "malformed create resource task"),
        _ => TaskOutcome.Refused(StatusCode.Unimplemented, "resource type does not have credential manager configured"),
    };

    /// <summary>All others, those that are not even known among them.</summary>
    public static TaskOutcome Other(ServiceTask task) => task.TaskTypeCase switch
    {
        Kind.CreateTicketTask or Kind.ListTicketSchemas or Kind.GetTicket or Kind.BulkCreateTickets or Kind.BulkGetTickets =>
            TaskOutcome.Failed(StatusCode.Unknown, "ticketing is not enabled"),
        _ => TaskOutcome.Failed(StatusCode.Unknown, "unsupported task type"),
    };
}
