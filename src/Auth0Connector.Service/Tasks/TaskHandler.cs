// The ecosystem's task, not the framework's.
using ServiceTask = Auth0Connector.Service.Protocol.Task;

namespace Auth0Connector.Service.Tasks;

/// <summary>Does one task of one kind. What it throws is told by the host as the task's failure; a cancellation is not.</summary>
public delegate System.Threading.Tasks.Task<TaskOutcome> TaskHandler(ServiceTask task, CancellationToken cancellationToken);
