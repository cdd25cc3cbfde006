using Auth0Connector.Service.Tasks;
using Kinds = Auth0Connector.Service.Protocol.Task.TaskTypeOneofCase;

namespace Auth0Connector.Service.Hosting;

/// <summary>Who does tasks of which kind.</summary>
/// <param name="handlers">By kind; hello is the host's own.</param>
/// <param name="failures">What an exception of a handler means for its task.</param>
public sealed class HandlerTable(IReadOnlyDictionary<Kinds, TaskHandler> handlers, Func<Exception, TaskOutcome> failures)
{
    /// <summary>Who does tasks of a kind; <see langword="null"/> where nobody does.</summary>
    public TaskHandler? Find(Kinds kind) => handlers.GetValueOrDefault(kind);

    /// <summary>What an exception of a handler means for its task.</summary>
    public TaskOutcome OutcomeOf(Exception failure) => failures(failure);
}
