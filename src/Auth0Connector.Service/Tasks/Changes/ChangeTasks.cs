using Auth0Connector.Provisioning.Access;
using Auth0Connector.Vocabulary;
using Grpc.Core;
using Kind = Auth0Connector.Service.Protocol.Task.TaskTypeOneofCase;
using ServiceTask = Auth0Connector.Service.Protocol.Task;

namespace Auth0Connector.Service.Tasks.Changes;

/// <summary>
/// Every task that changes something, names actions, or is not offered. Changes run side by side; what a change answers says
/// whether it was done, was so already, was not done, or is not known to be.
/// </summary>
public sealed class ChangeTasks : IDisposable
{
    private readonly ChangeTools _tools;
    private readonly LentAccess _lent;

    /// <summary>Tasks that are done with some tools, which live longer than they do.</summary>
    public ChangeTasks(ChangeTools tools)
    {
        _tools = tools;
        _lent = new LentAccess(tools);
        var access = new AccessTasks(_lent);
        var accounts = new AccountTasks(new AskedPasswords(tools.Secret));
        var actions = new ActionTasks();
        Handlers = new Dictionary<Kind, TaskHandler>
        {
            [Kind.Grant] = Change(access.GrantAsync),
            [Kind.Revoke] = Change(access.RevokeAsync),
            [Kind.CreateAccount] = Change(accounts.CreateAsync),
            [Kind.DeleteResource] = Change(AccountTasks.DeleteAsync),
            [Kind.RotateCredentials] = Change(accounts.RotateAsync),
            [Kind.CreateResource] = Change(static (task, _) => ToldAsync(UnofferedTasks.Change(task))),
            [Kind.IssueCredential] = Change(static (task, _) => ToldAsync(UnofferedTasks.Change(task))),
            [Kind.ActionListSchemas] = ActionTasks.ListAsync,
            [Kind.ActionGetSchema] = ActionTasks.DescribeAsync,
            [Kind.ActionInvoke] = Action(actions),
            [Kind.ActionStatus] = actions.StatusAsync,
            [Kind.EventFeed] = Unoffered,
            [Kind.CreateTicketTask] = Unoffered,
            [Kind.ListTicketSchemas] = Unoffered,
            [Kind.GetTicket] = Unoffered,
            [Kind.BulkCreateTickets] = Unoffered,
            [Kind.BulkGetTickets] = Unoffered,
            [Kind.CreateSyncDiff] = Unoffered,
            [Kind.CompactSyncs] = Unoffered,
        };
    }

    /// <summary>What every kind of change needs at the tenant, for a look at the token before the first of them.</summary>
    public static IReadOnlyList<ScopeNeed> Needs { get; } =
    [
        .. ScopeNeeds.OfFile(isGrant: true),
        .. ScopeNeeds.OfFile(isGrant: false),
        ScopeNeeds.FindUsers,
        ScopeNeeds.Create,
        ScopeNeeds.Delete,
        ScopeNeeds.SetPassword,
        ScopeNeeds.Block,
        ScopeNeeds.EndSessions,
    ];

    /// <summary>What does each kind of task.</summary>
    public IReadOnlyDictionary<Kind, TaskHandler> Handlers { get; }

    /// <summary>What does a task of a kind that is not known.</summary>
    public TaskHandler Unoffered { get; } = static (task, _) => ToldAsync(UnofferedTasks.Other(task));

    /// <summary>
    /// Takes back the access whose time is over, by the ledger. What could not be taken back stays in it for the next time.
    /// Without a ledger, or where nothing may be changed, nothing is done.
    /// </summary>
    /// <exception cref="ManagementApi.Failures.ManagementApiException">The tenant cannot be reached, or refuses for want of a permission.</exception>
    /// <exception cref="Provisioning.ProvisioningException">The ledger or the journal cannot be written.</exception>
    public Task<IReadOnlyList<ChangeResult>> TakeBackEndedAsync(CancellationToken cancellationToken) => _lent.TakeBackEndedAsync(cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _lent.Dispose();

    private TaskHandler Change(Func<ServiceTask, ChangeRun, Task<TaskOutcome>> work) => (task, stopping) => RunAsync(task, work, isRetryable: false, stopping);

    // A name that is none is said also where nothing may be changed.
    private TaskHandler Action(ActionTasks actions) => async (task, stopping) =>
        ActionTasks.Unknown(task) ?? await RunAsync(task, actions.InvokeAsync, isRetryable: true, stopping).ConfigureAwait(false);

    private async Task<TaskOutcome> RunAsync(ServiceTask task, Func<ServiceTask, ChangeRun, Task<TaskOutcome>> work, bool isRetryable, CancellationToken stopping)
    {
        if (!_tools.IsProvisioning)
        {
            return TaskOutcome.Refused(StatusCode.FailedPrecondition, "provisioning is not enabled");
        }

        using var run = new ChangeRun(_tools, task.Id, stopping);
        try
        {
            run.Token.ThrowIfCancellationRequested();
            return await work(task, run).ConfigureAwait(false);
        }
        catch (Exception failure) when (ChangeRun.IsTold(failure))
        {
            return run.Tell(failure).Outcome(isRetryable);
        }
    }

    private static Task<TaskOutcome> ToldAsync(TaskOutcome outcome) => System.Threading.Tasks.Task.FromResult(outcome);
}
