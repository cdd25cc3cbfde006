using Auth0Connector.Provisioning.Access;
using Auth0Connector.Provisioning.Journal;
using Auth0Connector.Provisioning.Lookups;
using Auth0Connector.Service.Protocol;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using ServiceTask = Auth0Connector.Service.Protocol.Task;

namespace Auth0Connector.Service.Tasks.Changes;

/// <summary>The tasks that name actions, do them, and ask after them. All texts of refusals are the ecosystem's.</summary>
internal sealed class ActionTasks
{
    private readonly ActionRuns _runs = new();

    public static Task<TaskOutcome> ListAsync(ServiceTask task, CancellationToken cancellationToken)
    {
        // Those of a resource type are asked for by its name; ours belong to none.
        var response = new ListActionSchemasResponse();
        if (task.ActionListSchemas.ResourceTypeId.Length == 0)
        {
            response.Schemas.Add(AccountActions.All.Select(static action => action.Schema()));
        }

        return ToldAsync(TaskOutcome.Done(response));
    }

    public static Task<TaskOutcome> DescribeAsync(ServiceTask task, CancellationToken cancellationToken) => ToldAsync(task.ActionGetSchema.Name switch
    {
        "" => NameMissing(),
        var name when AccountActions.Find(name) is { } action => TaskOutcome.Done(new GetActionSchemaResponse { Schema = action.Schema() }),
        var name => TaskOutcome.Failed(StatusCode.NotFound, $"error: action schema {name} not found"),
    });

    public Task<TaskOutcome> StatusAsync(ServiceTask task, CancellationToken cancellationToken) => ToldAsync(task.ActionStatus.Id switch
    {
        "" => TaskOutcome.Failed(StatusCode.InvalidArgument, "action id required"),
        var id when _runs.Find(id) is { } known => TaskOutcome.Done(known),
        var id => TaskOutcome.Failed(StatusCode.NotFound, $"error: action status for id {id} not found"),
    });

    /// <summary>The refusal of a task that names no action; <see langword="null"/> where it names one.</summary>
    public static TaskOutcome? Unknown(ServiceTask task) => task.ActionInvoke.Name switch
    {
        "" => NameMissing(),
        var name when AccountActions.Find(name, task.ActionInvoke.ResourceTypeId) is null =>
            TaskOutcome.Failed(StatusCode.NotFound, $"error: invoking action failed: handler for action {name} not found"),
        _ => null,
    };

    public async Task<TaskOutcome> InvokeAsync(ServiceTask task, ChangeRun run)
    {
        var asked = AccountActions.Find(task.ActionInvoke.Name, task.ActionInvoke.ResourceTypeId)!;
        var userId = ActionArguments.UserId(task.ActionInvoke.Args);
        await ScopeGate.RequireAsync(run.Client, [asked.Action.Need, ScopeNeeds.FindUsers], run.Token).ConfigureAwait(false);
        var user = await new UserLookup(run.Client).FindByIdAsync(userId, run.Token).ConfigureAwait(false)
            ?? throw new TaskMistakeException(StatusCode.NotFound, $"nobody in the tenant has the id '{userId}'");
        if (asked.Action.Blocks is not { } blocked)
        {
            await run.Accounts.EndSessionsAsync(userId, run.Token).ConfigureAwait(false);
        }
        else if (await run.Accounts.SetBlockedAsync(user, blocked, run.Token).ConfigureAwait(false) == ChangeOutcome.Unseen)
        {
            return TaskOutcome.Failed(StatusCode.Unavailable, $"Auth0 took the change of '{userId}' but does not show it yet");
        }

        var done = new InvokeActionResponse
        {
            Id = Guid.NewGuid().ToString("N"),
            Name = asked.Name,
            Status = BatonActionStatus.Complete,
            Response = new Struct { Fields = { [OfferedAction.SuccessResult] = Value.ForBool(true) } },
        };
        _runs.Keep(done);
        return TaskOutcome.Done(done);
    }

    private static TaskOutcome NameMissing() => TaskOutcome.Failed(StatusCode.InvalidArgument, "action name required");

    private static Task<TaskOutcome> ToldAsync(TaskOutcome outcome) => System.Threading.Tasks.Task.FromResult(outcome);
}
