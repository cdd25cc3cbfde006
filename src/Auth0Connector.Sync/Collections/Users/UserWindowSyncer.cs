using System.Runtime.CompilerServices;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi;
using Auth0Connector.ManagementApi.Failures;
using Auth0Connector.ManagementApi.Paging;
using Auth0Connector.ManagementApi.Records;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Sync.Collections.Users;

/// <summary>
/// A window of the user search: read where it holds no more than search can list, cut where it holds more. The totals that
/// the tenant states decide which.
/// </summary>
internal sealed class UserWindowSyncer(ManagementApiClient api) : ICollectionSyncer
{
    public const string KindName = "users-window";

    private readonly UserWindowSplitter _splitter = new(api);
    private readonly UserWindowReading _reading = new(api);
    private readonly UserEndsReading _ends = new(api);

    public CollectionInfo Info { get; } = new(KindName, UserParts.Users, ResourceTypeIds.User, "GET /users", CollectionMethod.Windows)
    {
        Collection = UsersSyncer.KindName,
    };

    /// <summary>The window that holds everybody.</summary>
    public static StagedTask Root(string pass) => UserWindow.Everybody(pass).ToTask();

    /// <summary>Some tenants refuse some forms of query: counted, not fatal, since the totals decide (design: whole on a living tenant).</summary>
    public string? Tolerate(StagedTask task, ManagementApiException failure) =>
        failure.Kind == ManagementApiErrorKind.BadRequest && task.Payload.Length > 0 && UserWindow.FromTask(task).Query is not null
            ? "the tenant refuses this form of search"
            : null;

    public async IAsyncEnumerable<CollectionPage> ReadAsync(
        StagedTask task,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var window = UserWindow.FromTask(task);
        if (task.Cursor is { } cursor && UserEndsPlace.Is(cursor))
        {
            await foreach (var page in _ends.ReadAsync(window, UserEndsPlace.Parse(cursor), cancellationToken))
            {
                yield return page;
            }

            yield break;
        }

        ApiPage<UserRecord>? first = null;
        var isInOrder = window.IsOrdered;
        if (task.Cursor is null)
        {
            (first, isInOrder) = await _reading.FirstAsync(window, cancellationToken);
            if (first.StatedTotal >= UsersSyncer.SearchCap)
            {
                await foreach (var part in CutAsync(window, first, cancellationToken))
                {
                    yield return part;
                }

                yield break;
            }
        }

        await foreach (var page in _reading.ReadAsync(window, task.Cursor, first, isInOrder, cancellationToken))
        {
            // A window's total is not the tenant's.
            yield return page with { Content = page.Content with { StatedTotal = null } };
        }
    }

    private async IAsyncEnumerable<CollectionPage> CutAsync(
        UserWindow window,
        ApiPage<UserRecord> first,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var split = await _splitter.SplitAsync(window, first.StatedTotal ?? 0, first.Items, cancellationToken);
        var refused = split.Refused.Count > 0 ? $"the tenant refuses to search by {string.Join(", ", split.Refused)}" : null;
        var asked = first.Requests + split.Requests;
        if (split.Parts.Count > 0)
        {
            yield return new CollectionPage(
                new StagedBatch { Tasks = [.. split.Parts.Select(static part => part.ToTask())], Requests = asked, Note = refused },
                ListingEnd.Proven(EndEvidence.Parts));
            yield break;
        }

        await foreach (var page in _ends.ReadAsync(window, new UserEndsPlace(), cancellationToken))
        {
            yield return page with { Content = page.Content with { Requests = page.Content.Requests + asked, Note = page.Content.Note ?? refused } };
            asked = 0;
        }
    }
}
