using System.Text;

namespace Auth0Connector.ManagementApi.Http;

/// <summary>The address of an endpoint below the API root.</summary>
internal static class EndpointAddress
{
    /// <summary>Fills the template's <c>{}</c> places with escaped ids and appends the query.</summary>
    /// <remarks>Ids carry <c>|</c>, <c>/</c> and <c>%</c>: each is escaped, or it names another path (section 4.1).</remarks>
    public static string Of(string endpoint, IReadOnlyList<string> ids, params IReadOnlyList<(string Name, string? Value)> query)
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
}
