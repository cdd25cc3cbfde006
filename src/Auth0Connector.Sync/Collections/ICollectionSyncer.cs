using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi.Failures;

namespace Auth0Connector.Sync.Collections;

/// <summary>Reads one sort of collection page by page and says what each page means. Holds no state, asks the store nothing.</summary>
internal interface ICollectionSyncer
{
    /// <summary>What sort of collection it is.</summary>
    CollectionInfo Info { get; }

    /// <summary>Reads from the task's cursor to the end.</summary>
    IAsyncEnumerable<CollectionPage> ReadAsync(StagedTask task, CancellationToken cancellationToken);

    /// <summary>
    /// Why the collection may be left out after a failure that only its own kind understands, as a note for the proof;
    /// <see langword="null"/> where there is none.
    /// </summary>
    string? Tolerate(StagedTask task, ManagementApiException failure) => null;

    /// <summary>
    /// Whether the second thing that a task is about is still inside the first; <see langword="null"/> where it is enough that
    /// both are there.
    /// </summary>
    Task<bool?> IsInsideAsync(string subjectId, string insideId, CancellationToken cancellationToken) => Task.FromResult<bool?>(null);
}
