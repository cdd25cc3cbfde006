using System.Runtime.CompilerServices;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi.Paging;

namespace Auth0Connector.Sync.Collections;

/// <summary>Reads a listing page by page; what is left to each sort is the listing, which records can be told, and what they mean.</summary>
internal abstract class PageSyncer<T> : ICollectionSyncer
    where T : class
{
    /// <inheritdoc />
    public abstract CollectionInfo Info { get; }

    /// <inheritdoc />
    public async IAsyncEnumerable<CollectionPage> ReadAsync(
        StagedTask task,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var subject = new ListSubject(task);
        await foreach (var page in ListAsync(subject, cancellationToken))
        {
            var told = new List<T>(page.Items.Count);
            var untold = 0;
            foreach (var record in page.Items)
            {
                if (!BelongsHere(record))
                {
                    continue;
                }

                if (IsTold(record))
                {
                    told.Add(record);
                }
                else
                {
                    untold++;
                }
            }

            yield return CollectionPage.Of(page, untold, Mean(told, subject));
            subject.IsAtBeginning = false;
        }
    }

    /// <inheritdoc />
    public virtual Task<bool?> IsInsideAsync(string subjectId, string insideId, CancellationToken cancellationToken) => Task.FromResult<bool?>(null);

    /// <summary>The listing, from the task's cursor on.</summary>
    protected abstract IAsyncEnumerable<ApiPage<T>> ListAsync(ListSubject subject, CancellationToken cancellationToken);

    /// <summary>Whether a record says enough to be written; one that does not counts as unreadable.</summary>
    protected abstract bool IsTold(T record);

    /// <summary>Whether a record is of this collection at all.</summary>
    protected virtual bool BelongsHere(T record) => true;

    /// <summary>The rows and the tasks that records come to.</summary>
    protected abstract StagedBatch Mean(IReadOnlyList<T> records, ListSubject subject);
}
