using Auth0Connector.AccessFile.Staging;

namespace Auth0Connector.Sync.Parts;

/// <summary>Tasks of a part that only make sense once listings are read.</summary>
/// <param name="ResourceType">Type whose resources they follow: looked at again where more of it were fetched by id.</param>
/// <param name="AddTasks">Adds those that are not known yet.</param>
internal sealed record PartFollowUp(string ResourceType, Action<StagingFile, CancellationToken> AddTasks)
{
    /// <summary>What they will cost, to be said before they are begun.</summary>
    public Func<StagingFile, string>? Announcement { get; init; }
}
