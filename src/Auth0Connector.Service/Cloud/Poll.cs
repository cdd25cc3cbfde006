using ServiceTask = Auth0Connector.Service.Protocol.Task;

namespace Auth0Connector.Service.Cloud;

/// <summary>What asking for tasks gave.</summary>
/// <param name="Tasks">Tasks with an id; one whose kind is newer than this program has no kind. Empty: nothing to do.</param>
/// <param name="NextPoll">When to ask again: 0 to 5 minutes, as the cloud wishes.</param>
public sealed record Poll(IReadOnlyList<ServiceTask> Tasks, TimeSpan NextPoll);
