using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Auth0Connector.ManagementApi.Export;
using Auth0Connector.ManagementApi.Failures;
using Auth0Connector.ManagementApi.Http;
using Auth0Connector.ManagementApi.Options;
using Auth0Connector.ManagementApi.Pacing;
using Auth0Connector.ManagementApi.Paging;
using Auth0Connector.ManagementApi.Requests;
using Auth0Connector.ManagementApi.Tokens;
using Microsoft.Extensions.Logging;

namespace Auth0Connector.ManagementApi;

/// <summary>The tenant's Management API: one method an endpoint, listings as pages that carry their cursor.</summary>
public sealed partial class ManagementApiClient : IDisposable
{
    private readonly HttpClient _http;
    private readonly ManagementApiOptions _options;
    private readonly TimeProvider _clock;
    private readonly TokenProvider _tokens;
    private readonly ApiTransport _transport;
    private readonly Governor _governor;
    private readonly bool _isView;

    /// <summary>A client for one tenant; it asks for nothing until it is used.</summary>
    public ManagementApiClient(ManagementApiOptions options, ILoggerFactory loggers, TimeProvider clock)
    {
        _options = options;
        _clock = clock;
        _http = TenantHttpClient.Create(options);
        var counts = new RequestCounts();
        var pipeline = new AttemptPipeline(options, counts, loggers.CreateLogger<ManagementApiClient>(), clock);
        _tokens = new TokenProvider(_http, options, pipeline, clock);
        _governor = new Governor(options.Pace, clock);
        _transport = new ApiTransport(_http, options, _tokens, pipeline, counts, _governor, clock);
        UserExport = new UserExport(_http, _transport, options, clock);
    }

    private ManagementApiClient(ManagementApiClient whole, ApiTransport transport)
    {
        _isView = true;
        _options = whole._options;
        _clock = whole._clock;
        _http = whole._http;
        _tokens = whole._tokens;
        _governor = whole._governor;
        _transport = transport;
        UserExport = new UserExport(_http, _transport, _options, _clock);
    }

    /// <summary>What this client has asked so far.</summary>
    public RequestCounts Counts => _transport.Counts;

    /// <summary>What was learned of the tenant's rate limits so far.</summary>
    public IReadOnlyList<BucketFigures> Buckets => _governor.Buckets();

    /// <summary>Audience of the token.</summary>
    public string Audience => _tokens.Audience;

    /// <summary>The export job, for tenants with more users than search can list.</summary>
    public UserExport UserExport { get; }

    /// <summary>
    /// A place for requests that are made within it: what an answer brought counts among
    /// <see cref="PaceOptions.MaxConcurrency"/> until <see cref="KeptPlace.Free"/> says that it is safe.
    /// </summary>
    public KeptPlace KeepPlace() => _governor.Keep();

    /// <summary>The same client, whose requests are made within a place. It ends with the whole one.</summary>
    public ManagementApiClient Within(KeptPlace place) => new(this, _transport.Within(place));

    /// <summary>
    /// The same client, whose requests go before all others that wait: the pace stays that of the tenant's buckets, so a sync
    /// by the other client only waits a little longer. It ends with the whole one.
    /// </summary>
    public ManagementApiClient Urgent() => new(this, _transport.Urgent());

    /// <summary>Gets a token and says which scopes it carries; <see langword="null"/> where the tenant does not say.</summary>
    /// <exception cref="ManagementApiException">The credentials were refused, or the tenant cannot be reached.</exception>
    public async Task<IReadOnlySet<string>?> AuthenticateAsync(CancellationToken cancellationToken) =>
        (await _tokens.GetAsync(cancellationToken)).Scopes;

    private static readonly ListingWay[] ByNumbers = [ListingWay.Numbers];
    private static readonly ListingWay[] ByCheckpoint = [ListingWay.Checkpoint];
    private static readonly ListingWay[] ByCheckpointOrNumbers = [ListingWay.Checkpoint, ListingWay.Numbers];

    // A single thing by id; null where the API says that there is none.
    private async Task<T?> FindAsync<T>(string endpoint, string id, IReadOnlyList<(string Name, string? Value)> query, JsonTypeInfo<T> type, Func<T, string?> idOf, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await GetAsync(endpoint, id, query, type, idOf, cancellationToken);
        }
        catch (ManagementApiException absent) when (absent.Kind == ManagementApiErrorKind.NotFound)
        {
            return null;
        }
    }

    private async Task<T> GetAsync<T>(string endpoint, string id, IReadOnlyList<(string Name, string? Value)> query, JsonTypeInfo<T> type, Func<T, string?> idOf, CancellationToken cancellationToken)
        where T : class
    {
        var (found, _) = await _transport.SendAsync(
            ApiRequest.Get(endpoint, [id], query),
            body => JsonSerializer.Deserialize(body, type) is { } found && !string.IsNullOrEmpty(idOf(found))
                ? found
                : throw new AnswerShapeException("the answer has no id"),
            cancellationToken);
        return found;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_isView)
        {
            return;
        }

        _governor.Dispose();
        _tokens.Dispose();
        _http.Dispose();
    }
}
