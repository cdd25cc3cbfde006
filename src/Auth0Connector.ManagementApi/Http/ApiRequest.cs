using System.Globalization;
using System.Text;
using Auth0Connector.ManagementApi.Pacing;

namespace Auth0Connector.ManagementApi.Http;

/// <summary>One request: its endpoint by template (for messages and counts) and its address below the API root.</summary>
internal sealed record ApiRequest(HttpMethod Method, string Endpoint, string Address)
{
    public ReadOnlyMemory<byte>? JsonBody { get; init; }

    /// <summary>The documented bucket that the request counts against.</summary>
    public RateGroup Group { get; } = RateGroups.Of(Endpoint, Address);

    /// <summary>Fills the template's <c>{}</c> places with escaped ids and appends the query.</summary>
    /// <remarks>Ids carry <c>|</c>, <c>/</c> and <c>%</c>: each is escaped, or it names another path (section 4.1).</remarks>
    public static ApiRequest Get(string endpoint, IReadOnlyList<string> ids, IReadOnlyList<(string Name, string? Value)> query)
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

        return new ApiRequest(HttpMethod.Get, endpoint, address.ToString());
    }

    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
