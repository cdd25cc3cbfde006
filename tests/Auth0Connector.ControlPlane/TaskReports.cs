using Auth0Connector.ControlPlane.Calls;
using Auth0Connector.ControlPlane.Protocol;
using Auth0Connector.ControlPlane.Rules;
using Auth0Connector.ControlPlane.Tasks;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Kinds = Auth0Connector.ControlPlane.Protocol.Task.TaskTypeOneofCase;

namespace Auth0Connector.ControlPlane;

/// <summary>What a connector says of tasks: that it greets for one, is still at it, has finished it.</summary>
internal sealed class TaskReports(Cloud cloud)
{
    private const string Known = "the task is one that was handed out";

    // The last heartbeat and the finish may overtake each other, but not by this much.
    private static readonly TimeSpan LateHeartbeat = TimeSpan.FromSeconds(5);

    public void Hello(Answered call, BatonServiceHelloRequest request)
    {
        if (request.TaskId.Length == 0)
        {
            cloud.Polls.Greeted();
            cloud.Greeting = request.Clone();
            return;
        }

        var known = cloud.Book.With(request.TaskId, task =>
        {
            call.Check.Demand(task.Script.Kind == Kinds.Hello, "Hello names a hello task, if any");
            if (call.Check.Held)
            {
                cloud.Book.Settle(task);
            }
        });
        call.Check.Demand(known, Known);
    }

    public BatonServiceHeartbeatResponse Heartbeat(Answered call, BatonServiceHeartbeatRequest request, bool cancel)
    {
        var answer = new BatonServiceHeartbeatResponse();
        var wait = cloud.NextHeartbeat;
        string[] ids = request.TaskId.Length > 0 ? [request.TaskId, .. request.TaskIds] : [.. request.TaskIds];
        foreach (var id in ids)
        {
            var known = cloud.Book.With(id, task =>
            {
                wait = task.Script.NextHeartbeat ?? wait;
                if (Beat(call.Check, task, cancel))
                {
                    answer.Cancelled |= id == request.TaskId;
                    answer.CancelledTaskIds.Add(request.TaskIds.Contains(id) ? [id] : []);
                }
            });
            call.Check.Demand(known, Known);
        }

        answer.NextHeartbeat = wait == TimeSpan.Zero ? null : Duration.FromTimeSpan(wait);
        return answer;
    }

    public void Finish(Answered call, BatonServiceFinishTaskRequest request, bool answerLost)
    {
        var check = call.Check;
        var known = cloud.Book.With(request.TaskId, task =>
        {
            if (task.State == TaskState.Withdrawn)
            {
                throw new RpcException(new Grpc.Core.Status(StatusCode.NotFound, "the task was taken back"));
            }

            task.Alive = true;
            check.Demand(task.Script.Kind != Kinds.Hello, "a hello task is answered by Hello and never finished");
            FinishRules.Answered(check, task.Script.Kind, request);
            check.Demand(
                task.Script.Kind != Kinds.SyncFull || request.Success is null || task.Uploads.Exists(upload => upload.Whole),
                "a sync succeeds after its upload");
            if (!check.Held)
            {
                return;
            }

            // A finish counts once: sent again because its answer was lost, it is the same finish.
            var last = task.Finishes.Count > 0 ? task.Finishes[^1] : null;
            if (last is not null && task.AnswerLost && last.SameAs(request))
            {
                last.Repeat();
                task.AnswerLost = answerLost;
                return;
            }

            check.Demand(task.Finishes.Count < task.HandOuts, "a task is finished once, and in the same way if the answer was lost");
            if (check.Held)
            {
                Write(task, request, answerLost);
            }
        });
        check.Demand(known, Known);
    }

    private bool Beat(RuleCheck check, BookedTask task, bool cancel)
    {
        var now = cloud.Calls.Now;
        check.Demand(
            task.State != TaskState.Finished || task.Finishes.Count == 0 || now - task.Finishes[^1].At < LateHeartbeat,
            "heartbeats end with the task");
        task.Alive = true;
        task.Heartbeats.Add(now);
        task.FreshHeartbeats++;
        if (cancel || task.Cancelling || task.State == TaskState.Withdrawn)
        {
            task.CancelledAt ??= now;
            return true;
        }

        return false;
    }

    private void Write(BookedTask task, BatonServiceFinishTaskRequest request, bool answerLost)
    {
        var finish = new CloudFinish(request.Clone(), cloud.Calls.Now);
        task.Finishes.Add(finish);
        task.AnswerLost = answerLost;
        if (finish.Retryable && task.Finishes.Count <= task.Script.Retries)
        {
            cloud.Book.Requeue(task);
            return;
        }

        cloud.Book.Settle(task);
        task.Finish ??= finish;
    }
}
