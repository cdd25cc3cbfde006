using Auth0Connector.AccessFile.Staging;

namespace Auth0Connector.Sync.Syncers;

/// <summary>Reads one sort of collection page by page and says what each page means. Holds no state, asks the store nothing.</summary>
internal interface ICollectionSyncer
{
    /// <summary>Name of this sort in the durable to-do list; never changed, only added to.</summary>
    string Kind { get; }

    /// <summary>Resource type that the collection counts for.</summary>
    string ResourceType { get; }

    /// <summary>Reads from the task's cursor to the end.</summary>
    IAsyncEnumerable<SyncedPage> ReadAsync(StagedTask task, CancellationToken cancellationToken);
}
