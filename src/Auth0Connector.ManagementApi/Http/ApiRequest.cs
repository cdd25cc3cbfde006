using System.Globalization;
using System.Text;
using Auth0Connector.ManagementApi.Pacing;

namespace Auth0Connector.ManagementApi.Http;

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
    /// Whether it starts a job or asks how far one is: the tenant works meanwhile, so it goes before what only waits for us,
    /// and brings no rows that could be lost.
    /// </summary>
    public bool IsAboutJob { get; } = Endpoint.StartsWith("/jobs/", StringComparison.Ordinal);

    /// <summary>The documented bucket that the request counts against.</summary>
    public RateGroup Group { get; } = Method == HttpMethod.Get ? RateGroups.Of(Endpoint, Address) : RateGroups.OfWrite(Endpoint);

    /// <summary>Fills the template's <c>{}</c> places with escaped ids and appends the query.</summary>
    /// <remarks>Ids carry <c>|</c>, <c>/</c> and <c>%</c>: each is escaped, or it names another path (section 4.1).</remarks>
    public static ApiRequest Get(string endpoint, IReadOnlyList<string> ids, IReadOnlyList<(string Name, string? Value)> query) =>
        new(HttpMethod.Get, endpoint, Fill(endpoint, ids, query));

    /// <summary>The same for a request that changes something.</summary>
    public static ApiRequest Write(HttpMethod method, string endpoint, IReadOnlyList<string> ids, byte[]? json) =>
        new(method, endpoint, Fill(endpoint, ids, [])) { JsonBody = json is null ? null : new ReadOnlyMemory<byte>(json), IsWrite = true };

    private static string Fill(string endpoint, IReadOnlyList<string> ids, IReadOnlyList<(string Name, string? Value)> query)
    {
        var address = new StringBuilder();
        var next = 0;
        foreach (var segment in endpoint.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            address.Append(address.Length == 0 ? "" : "/")
                .Append(segment.StartsWith('{') ? Uri.EscapeDataString(ids[next++]) : segment);
        }

        var separator = '?';
        foreach (var (name, value) in query)
        {
            if (value is not null)
            {
                address.Append(separator).Append(name).Append('=').Append(Uri.EscapeDataString(value));
                separator = '&';
            }
        }

        return address.ToString();
    }

    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
