using Auth0Connector.AccessFile.Format;
using Auth0Connector.Service.Protocol;
using Auth0Connector.Service.Tasks;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Auth0Connector.Service.Cloud;

/// <summary>Tells the end of a task as the cloud takes it (service-mode.md, section 5.4).</summary>
internal static class FinishRequests
{
    /// <summary>What a server of the usual settings takes in one message, less a little for what surrounds it.</summary>
    public const int MostBytes = (4 << 20) - 1024;

    private const int MostAnnotations = 16;
    private const int MostMessageBytes = 4096;

    public static BatonServiceFinishTaskRequest Of(string hostId, string taskId, TaskOutcome outcome)
    {
        var request = new BatonServiceFinishTaskRequest { HostId = hostId, TaskId = taskId };
        if (outcome.Succeeded)
        {
            request.Success = new BatonServiceFinishTaskRequest.Types.Success { Response = outcome.Response is null ? null : Any.Pack(outcome.Response) };
            request.Success.Annotations.AddRange(outcome.Annotations.Take(MostAnnotations));
            return request;
        }

        // A failure without words would not be taken.
        var message = outcome.Message.Length > 0 ? TextLimits.Cut(outcome.Message, MostMessageBytes) : $"it failed ({outcome.Code})";
        request.Status = new RpcStatus { Code = (int)outcome.Code, Message = message };
        request.Status.Details.AddRange(outcome.Details.Take(MostAnnotations));
        request.Error = new BatonServiceFinishTaskRequest.Types.Error { NonRetryable = !outcome.Retryable };
        request.Error.Annotations.AddRange(outcome.Annotations.Take(MostAnnotations));
        return request;
    }

    /// <summary>What is told instead of an answer that no call can carry.</summary>
    public static BatonServiceFinishTaskRequest TooLarge(string hostId, string taskId) =>
        Of(hostId, taskId, TaskOutcome.Refused(StatusCode.ResourceExhausted, "it was done, but its answer is larger than a call to ConductorOne may carry"));
}
