using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi.Paging;

namespace Auth0Connector.Sync.Collections;

/// <summary>A page of a collection: what of it is committed, and how the collection ended.</summary>
/// <param name="Content">Its rows, the tasks that it makes known, and its counts.</param>
/// <param name="End">How the collection ended; <see langword="null"/> while it goes on.</param>
internal sealed record CollectionPage(StagedBatch Content, ListingEnd? End)
{
    /// <summary>The answer to a request for one thing by its id; <see langword="null"/> where there is none.</summary>
    public static CollectionPage Single(StagedBatch? found) => new(
        (found ?? new StagedBatch()) with { Received = found is null ? 0 : 1, Requests = 1 },
        ListingEnd.Proven(EndEvidence.ById));

    /// <summary>A page without records: how far something has come, or that it ended.</summary>
    public static CollectionPage Progress(string? cursor, long requests, ListingEnd? end = null) =>
        new(new StagedBatch { NextCursor = cursor, Requests = requests }, end);

    /// <summary>A page of a listing and what it means; unreadable is also what the meaning says so of, and who cannot be told.</summary>
    public static CollectionPage Of<T>(ApiPage<T> page, int untold, StagedBatch meaning) => new(
        meaning with
        {
            NextCursor = page.NextCursor,
            Received = page.Items.Count,
            Unreadable = page.Unreadable + untold + meaning.Unreadable,
            StatedTotal = page.StatedTotal,
            Requests = page.Requests + meaning.Requests,
        },
        page.End);
}
