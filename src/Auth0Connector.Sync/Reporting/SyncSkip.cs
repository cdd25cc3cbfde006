namespace Auth0Connector.Sync.Reporting;

/// <summary>Something that was asked for and is not in the file.</summary>
/// <param name="What">The resource type or collection, such as <c>group</c>.</param>
/// <param name="Why">The reason in words, such as <c>the token lacks read:groups</c>.</param>
/// <param name="Remedy">What to do to get it, one sentence.</param>
public sealed record SyncSkip(string What, string Why, string Remedy);
