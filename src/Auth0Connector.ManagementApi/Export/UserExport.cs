using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Auth0Connector.ManagementApi.Failures;
using Auth0Connector.ManagementApi.Http;
using Auth0Connector.ManagementApi.Options;
using Auth0Connector.ManagementApi.Records;
using Auth0Connector.ManagementApi.Requests;

namespace Auth0Connector.ManagementApi.Export;

/// <summary>
/// The export job: started once, waited for, downloaded as a stream (API reference, section 4.3). A download that breaks
/// goes on with a fresh link after the lines that have come.
/// </summary>
public sealed class UserExport
{
    // Every field is named: the default set leaves out what is needed, and metadata is never asked for.
    private static readonly byte[] JobBody = Encoding.UTF8.GetBytes(
        "{\"format\":\"json\",\"fields\":["
        + string.Join(',', UserRecord.Fields.Split(',').Select(static field => $"{{\"name\":\"{field}\"}}"))
        + "]}");

    private static readonly TimeSpan FirstPoll = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPoll = TimeSpan.FromSeconds(10);

    // Exports of the largest tenants take minutes; an hour without an end is a job that nobody works on.
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    private readonly HttpClient _http;
    private readonly ApiTransport _transport;
    private readonly ManagementApiOptions _options;
    private readonly TimeProvider _clock;

    internal UserExport(HttpClient http, ApiTransport transport, ManagementApiOptions options, TimeProvider clock)
    {
        _http = http;
        _transport = transport;
        _options = options;
        _clock = clock;
    }

    /// <summary>Starts the job and says its id.</summary>
    /// <exception cref="ManagementApiException">The tenant refuses to export.</exception>
    public async Task<string> StartAsync(CancellationToken cancellationToken)
    {
        var request = new ApiRequest(HttpMethod.Post, "/jobs/users-exports", "jobs/users-exports") { JsonBody = JobBody };
        var (job, _) = await _transport.SendAsync(request, Parse, cancellationToken);
        return job.Id ?? throw new ManagementApiException(ManagementApiErrorKind.BadAnswer, $"{request.Endpoint}: a job without an id")
        {
            Endpoint = request.Endpoint,
        };
    }

    /// <summary>The file's users in chunks, after a number of lines that are known already.</summary>
    /// <exception cref="ManagementApiException">The job failed or expired, or the file cannot be had.</exception>
    public async IAsyncEnumerable<ExportChunk> ReadAsync(
        string jobId,
        long skip,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var failures = 0;
        var requests = 0;
        while (true)
        {
            var (link, asked) = await AwaitLinkAsync(jobId, cancellationToken);
            requests += asked + 1;
            var broken = "";
            await using var chunks = DownloadAsync(link, skip, cancellationToken).GetAsyncEnumerator(cancellationToken);
            while (true)
            {
                try
                {
                    if (!await chunks.MoveNextAsync())
                    {
                        yield break;
                    }
                }
                catch (Exception fault) when (fault is HttpRequestException or IOException or InvalidDataException
                    || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
                {
                    broken = fault is InvalidDataException ? "the file came cut or damaged" : "the connection failed";
                    break;
                }

                skip = chunks.Current.Lines;
                failures = 0;
                yield return chunks.Current with { Requests = requests };
                requests = 0;
            }

            // Counted only while nothing comes: a large file over a bad line still arrives, piece by piece.
            if (++failures >= _options.MaxAttempts)
            {
                throw new ManagementApiException(
                    ManagementApiErrorKind.Unavailable,
                    $"the export's file cannot be downloaded: {broken}, after {failures} attempts");
            }

            await Task.Delay(
                RetryRules.Pause(failures, null, _options.RetryBaseDelay, _options.RetryMaxDelay, 0),
                _clock,
                cancellationToken);
        }
    }

    private async Task<(Uri Link, int Requests)> AwaitLinkAsync(string jobId, CancellationToken cancellationToken)
    {
        var started = _clock.GetTimestamp();
        var pause = FirstPoll;
        var requests = 0;
        while (true)
        {
            var (job, asked) = await _transport.SendAsync(ApiRequest.Get("/jobs/{id}", [jobId], []), Parse, cancellationToken);
            requests += asked;
            switch (job.Status)
            {
                case "completed" when Uri.TryCreate(job.Location, UriKind.Absolute, out var link) && IsSafe(link):
                    return (link, requests);
                case "failed" or "expired" or "completed":
                    throw new ManagementApiException(ManagementApiErrorKind.FeatureMissing, $"the tenant's export job ended as '{job.Status}' without a file")
                    {
                        Endpoint = "/jobs/{id}",
                    };
            }

            if (_clock.GetElapsedTime(started) > Patience)
            {
                throw new ManagementApiException(ManagementApiErrorKind.FeatureMissing, $"the tenant's export job did not end within {Patience.TotalMinutes:0} minutes")
                {
                    Endpoint = "/jobs/{id}",
                };
            }

            await Task.Delay(pause, _clock, cancellationToken);
            pause = pause * 1.5 < LongestPoll ? pause * 1.5 : LongestPoll;
        }
    }

    // The link's host is a file store: it gets no Authorization header (section 4.3).
    private async IAsyncEnumerable<ExportChunk> DownloadAsync(Uri link, long skip, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, link);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(_options.AttemptTimeout);
        _transport.Counts.CountRequest();
        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
        response.EnsureSuccessStatusCode();
        await using var compressed = await response.Content.ReadAsStreamAsync(patience.Token);
        await using var unpacked = new VerifiedGzipStream(compressed);
        await foreach (var chunk in ExportLines.ReadAsync(unpacked, skip, patience.Token))
        {
            patience.CancelAfter(_options.AttemptTimeout);
            yield return chunk;
        }
    }

    private bool IsSafe(Uri link) =>
        link.Scheme == Uri.UriSchemeHttps || (link.Scheme == Uri.UriSchemeHttp && link.IsLoopback && _options.BaseUrl.IsLoopback);

    private static JobRecord Parse(ReadOnlySpan<byte> body) =>
        JsonSerializer.Deserialize(body, ManagementApiJson.Default.JobRecord) ?? throw new JsonException("no job in the answer");
}
