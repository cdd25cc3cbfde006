using System.Globalization;
using Auth0Connector.ManagementApi.Http;
using Auth0Connector.ManagementApi.Pacing;
using Auth0Connector.ManagementApi.Writes;

namespace Auth0Connector.ManagementApi.Requests;

/// <summary>One request: its endpoint by template (for messages and counts) and its address below the API root.</summary>
internal sealed record ApiRequest(HttpMethod Method, string Endpoint, string Address)
{
    public ReadOnlyMemory<byte>? JsonBody { get; init; }

    /// <summary>
    /// Whether sending it twice leaves what sending it once leaves. If not, it is repeated only after an answer that
    /// says that nothing was done.
    /// </summary>
    public bool IsRepeatable { get; init; } = true;

    /// <summary>Whether it changes something that lasts.</summary>
    public bool IsWrite { get; init; }

    /// <summary>
    /// Before whom it goes by itself. Starting a job or asking how far one is goes before what only waits for us, since the
    /// tenant works meanwhile, and brings no rows that could be lost.
    /// </summary>
    public RequestPriority Priority { get; } =
        Endpoint.StartsWith("/jobs/", StringComparison.Ordinal) ? RequestPriority.Job : RequestPriority.Ordinary;

    /// <summary>The documented bucket that the request counts against.</summary>
    public RateGroup Group { get; } = Method == HttpMethod.Get ? RateGroups.Of(Endpoint, Address) : RateGroups.OfWrite(Endpoint);

    /// <summary>The request that reads.</summary>
    public static ApiRequest Get(string endpoint, IReadOnlyList<string> ids, IReadOnlyList<(string Name, string? Value)> query) =>
        new(HttpMethod.Get, endpoint, EndpointAddress.Of(endpoint, ids, query));

    /// <summary>The request that makes a change.</summary>
    public static ApiRequest Of(ApiWrite write) =>
        new(write.Verb, write.Endpoint, EndpointAddress.Of(write.Endpoint, write.Ids)) { JsonBody = write.Body, IsRepeatable = write.IsRepeatable, IsWrite = true };

    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
