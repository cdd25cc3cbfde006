using System.Globalization;
using System.Runtime.CompilerServices;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi;
using Auth0Connector.ManagementApi.Export;
using Auth0Connector.Sync.Preflight;

namespace Auth0Connector.Sync.Syncers.Users;

/// <summary>
/// The users of a tenant by its export job. The cursor holds the job and the lines that are committed, so that a later run
/// takes up the same job. Where the job is refused or fails, windows of search take its place.
/// </summary>
internal sealed class UserExportSyncer(ManagementApiClient api, UsersVia via) : ICollectionSyncer
{
    public const string KindName = "users-export";

    public CollectionInfo Info { get; } = new(KindName, SyncPart.Users, ResourceTypeIds.User, "POST /jobs/users-exports", CollectionMethod.Export)
    {
        Collection = UsersSyncer.KindName,
    };

    public static StagedTask Task { get; } = new(KindName, "");

    public async IAsyncEnumerable<SyncedPage> ReadAsync(
        StagedTask task,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (job, lines) = Parse(task.Cursor);
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
                yield return Progress(Cursor(job, 0), requests: 1);
            }
        }

        if (job is not null)
        {
            await using var chunks = api.UserExport.ReadAsync(job, lines, cancellationToken).GetAsyncEnumerator(cancellationToken);
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

                yield return Page(job, chunks.Current);
            }
        }

        yield return Progress(cursor: null, requests: 1) with
        {
            Tasks = [UserWindowSyncer.Root("first")],
            Note = $"{refusal!.Message}; read by windows of search instead",
        };
    }

    private static SyncedPage Page(string job, ExportChunk chunk)
    {
        var rows = UserPages.Rows(chunk.Users);
        return new SyncedPage
        {
            Resources = rows,
            // Counted again at once, while other collections are still read, and not when everything waits for it.
            Tasks = chunk.IsLast ? [UserRecountSyncer.TaskFor("first")] : [],
            NextCursor = chunk.IsLast ? null : Cursor(job, chunk.Lines),
            Received = chunk.Users.Count,
            Unreadable = chunk.Unreadable + chunk.Users.Count - rows.Count,
            Requests = chunk.Requests,
        };
    }

    private static SyncedPage Progress(string? cursor, long requests) => new()
    {
        NextCursor = cursor,
        Received = 0,
        Unreadable = 0,
        Requests = requests,
    };

    // Refused credentials would meet the windows as well; an unreachable file store or a job limit would not.
    private bool MayFallBack(ManagementApiException failure) =>
        via == UsersVia.Auto && failure.Kind != ManagementApiErrorKind.CredentialsRefused;

    private static string Cursor(string job, long lines) => $"{job} {lines.ToString(CultureInfo.InvariantCulture)}";

    private static (string? Job, long Lines) Parse(string? cursor)
    {
        if (cursor is null)
        {
            return (null, 0);
        }

        var space = cursor.LastIndexOf(' ');
        return (cursor[..space], long.Parse(cursor.AsSpan(space + 1), CultureInfo.InvariantCulture));
    }
}
