using System.Globalization;
using System.Runtime.CompilerServices;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi;
using Auth0Connector.ManagementApi.Export;
using Auth0Connector.ManagementApi.Failures;
using Auth0Connector.ManagementApi.Paging;
using Auth0Connector.Sync.Settings;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Sync.Collections.Users;

/// <summary>
/// The users of a tenant by its export job. The cursor holds the job and the lines that are committed, so that a later run
/// takes up the same job. Where the job is refused or fails, windows of search take its place.
/// </summary>
internal sealed class UserExportSyncer(ManagementApiClient api, UsersVia via) : ICollectionSyncer
{
    public const string KindName = "users-export";

    public CollectionInfo Info { get; } = new(KindName, UserParts.Users, ResourceTypeIds.User, "POST /jobs/users-exports", CollectionMethod.Export)
    {
        Collection = UsersSyncer.KindName,
    };

    public static StagedTask TaskFor(UserRanges ranges) => new(KindName, "") { Payload = ranges.ToPayload() };

    public async IAsyncEnumerable<CollectionPage> ReadAsync(
        StagedTask task,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var ranges = UserRanges.Parse(task.Payload);
        var place = task.Cursor is { } cursor ? ExportPlace.Parse(cursor, ranges.Size) : null;
        var job = place?.JobId;
        ManagementApiException? refusal = null;
        if (job is null)
        {
            try
            {
                job = await api.UserExport.StartAsync(cancellationToken);
            }
            catch (ManagementApiException failure) when (MayFallBack(failure))
            {
                refusal = failure;
            }

            if (job is not null)
            {
                place = ExportPlace.Beginning(job, ranges.Size);
                yield return CollectionPage.Progress(place.ToCursor(), requests: 1);
            }
        }

        if (place is not null)
        {
            await using var chunks = api.UserExport.ReadAsync(place.JobId, place.Lines, cancellationToken).GetAsyncEnumerator(cancellationToken);
            while (refusal is null)
            {
                try
                {
                    if (!await chunks.MoveNextAsync())
                    {
                        yield break;
                    }
                }
                catch (ManagementApiException failure) when (MayFallBack(failure))
                {
                    refusal = failure;
                    break;
                }

                place = place.After(chunks.Current, ranges);
                yield return Page(place, chunks.Current, ranges);
            }
        }

        yield return new CollectionPage(
            new StagedBatch
            {
                Tasks = [UserWindowSyncer.Root("first")],
                Requests = 1,
                Note = $"{refusal!.Message}; read by windows of search instead",
            },
            ListingEnd.Proven(EndEvidence.Parts));
    }

    private static CollectionPage Page(ExportPlace place, ExportChunk chunk, UserRanges ranges)
    {
        var rows = UserPages.Rows(chunk.Users);
        var lacking = chunk.IsLast ? ranges.ShortOf(place.Came) : [];
        var content = new StagedBatch
        {
            Resources = rows,
            // Counted again at once, while other collections are still read, and not when everything waits for it.
            Tasks = chunk.IsLast ? [UserRecountSyncer.TaskFor("first"), .. lacking.Select(index => UserRangesSyncer.ShortTask(ranges, index))] : [],
            NextCursor = chunk.IsLast ? null : place.ToCursor(),
            Received = chunk.Users.Count,
            Unreadable = chunk.Unreadable + chunk.Users.Count - rows.Count,
            Requests = chunk.Requests,
            Note = lacking.Count == 0 ? null
                : string.Create(CultureInfo.InvariantCulture, $"the export has fewer people than were counted in {lacking.Count} of {ranges.Size} ranges, which were read by search"),
        };
        return new CollectionPage(content, chunk.IsLast ? ListingEnd.Proven(lacking.Count == ranges.Size ? EndEvidence.Parts : EndEvidence.ExportAndCounts) : null);
    }

    // Refused credentials would meet the windows as well; an unreachable file store or a job limit would not.
    private bool MayFallBack(ManagementApiException failure) =>
        via == UsersVia.Auto && failure.Kind != ManagementApiErrorKind.CredentialsRefused;
}
