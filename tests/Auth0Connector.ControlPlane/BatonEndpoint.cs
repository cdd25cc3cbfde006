using Auth0Connector.ControlPlane.Calls;
using Auth0Connector.ControlPlane.Faults;
using Auth0Connector.ControlPlane.Protocol;
using Auth0Connector.ControlPlane.Rules;
using Auth0Connector.ControlPlane.Tasks;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Auth0Connector.ControlPlane;

/// <summary>The service: every call is checked by every rule, then it goes wrong if it is to, then it is done.</summary>
internal sealed class BatonEndpoint(Cloud cloud) : BatonService.BatonServiceBase
{
    private const int MaxPage = 100;

    private readonly Answering _answering = new(cloud);
    private readonly TaskReports _reports = new(cloud);

    public override Task<BatonServiceHelloResponse> Hello(BatonServiceHelloRequest request, ServerCallContext context) =>
        _answering.AnswerAsync(
            new Asked(context, CloudCall.Hello, "Hello", request.HostId, request.TaskId),
            check => HelloRules.Check(check, request),
            (call, _) =>
            {
                _reports.Hello(call, request);
                return new BatonServiceHelloResponse();
            });

    public override Task<BatonServiceGetTaskResponse> GetTask(BatonServiceGetTaskRequest request, ServerCallContext context) =>
        _answering.AnswerAsync(
            new Asked(context, CloudCall.Poll, "GetTask", request.HostId, ""),
            check =>
            {
                FieldRules.NoneUnknown(check, request, "GetTask");
                cloud.Polls.Asked(check, cloud.Calls.Now);
            },
            (call, _) =>
            {
                var (tasks, wait, heartbeat) = HandOut(call, 1, []);
                return new BatonServiceGetTaskResponse { Task = tasks.Count == 0 ? null : tasks[0].Script.Message, NextPoll = wait, NextHeartbeat = heartbeat };
            });

    public override Task<BatonServiceGetTasksResponse> GetTasks(BatonServiceGetTasksRequest request, ServerCallContext context) =>
        _answering.AnswerAsync(
            new Asked(context, CloudCall.Poll, "GetTasks", request.HostId, ""),
            check =>
            {
                FieldRules.NoneUnknown(check, request, "GetTasks");
                FieldRules.Annotations(check, request.Annotations);
                check.Demand(request.PageSize is >= 1 and <= MaxPage, "page_size is 1 to 100");
                check.Demand(request.KnownTaskIds.All(FieldRules.IsTaskId), "known_task_ids have 27 letters and digits each");
                check.Demand(request.KnownTaskIds.All(id => cloud.Book.With(id, _ => { })), "known_task_ids were handed out");
                cloud.Polls.Asked(check, cloud.Calls.Now);
            },
            (call, _) =>
            {
                var (tasks, wait, heartbeat) = HandOut(call, (int)request.PageSize, [.. request.KnownTaskIds]);
                var answer = new BatonServiceGetTasksResponse { NextPoll = wait, NextHeartbeat = heartbeat };
                answer.Tasks.Add(tasks.Select(task => task.Script.Message));
                return answer;
            });

    public override Task<BatonServiceHeartbeatResponse> Heartbeat(BatonServiceHeartbeatRequest request, ServerCallContext context) =>
        _answering.AnswerAsync(
            new Asked(context, CloudCall.Heartbeat, "Heartbeat", request.HostId, request.TaskId),
            check =>
            {
                FieldRules.NoneUnknown(check, request, "Heartbeat");
                FieldRules.Annotations(check, request.Annotations);
                check.Demand(request.TaskId.Length > 0 || request.TaskIds.Count > 0, "a heartbeat names a task");
                check.Demand(request.TaskIds.Count <= MaxPage, "task_ids are 100 at most");
                check.Demand(
                    request.TaskIds.All(FieldRules.IsTaskId) && (request.TaskId.Length == 0 || FieldRules.IsTaskId(request.TaskId)),
                    "task ids have 27 letters and digits");
            },
            (call, fault) => _reports.Heartbeat(call, request, fault?.Form == FaultForm.Cancelled));

    public override Task<BatonServiceFinishTaskResponse> FinishTask(BatonServiceFinishTaskRequest request, ServerCallContext context) =>
        _answering.AnswerAsync(
            new Asked(context, CloudCall.Finish, "FinishTask", request.HostId, request.TaskId),
            check => FinishRules.Check(check, request),
            (call, fault) =>
            {
                _reports.Finish(call, request, fault?.Form == FaultForm.LostAnswer);
                return new BatonServiceFinishTaskResponse();
            });

    public override Task<BatonServiceUploadAssetResponse> UploadAsset(
        IAsyncStreamReader<BatonServiceUploadAssetRequest> requestStream, ServerCallContext context) =>
        new UploadReceiver(cloud, _answering).ReceiveAsync(requestStream, context);

    private (IReadOnlyList<BookedTask> Tasks, Duration? NextPoll, Duration? NextHeartbeat) HandOut(Answered call, int most, IReadOnlyCollection<string> known)
    {
        var tasks = cloud.Book.HandOut(most, known);
        call.Record.TasksGiven = [.. tasks.Select(task => task.Id)];
        var wait = tasks.Count > 0 && tasks[^1].Script.NextPoll is { } said ? said : cloud.NextPoll;
        cloud.Polls.Answered(cloud.Calls.Now, wait, tasks.All(task => task.Script.IsNone));
        return (tasks, Said(wait), Said(cloud.NextHeartbeat));
    }

    private static Duration? Said(TimeSpan wait) => wait == TimeSpan.Zero ? null : Duration.FromTimeSpan(wait);
}
