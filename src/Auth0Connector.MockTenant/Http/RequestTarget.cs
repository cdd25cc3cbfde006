namespace Auth0Connector.MockTenant.Http;

/// <summary>
/// A request's path split before decoding, so that a user id with an escaped slash stays one segment. Kestrel's own
/// Path is no help: it decodes everything but %2F, after which "a%2Fb" and "a%252Fb" cannot be told apart.
/// </summary>
internal sealed class RequestTarget
{
    private readonly List<KeyValuePair<string, string>> _query = [];

    private RequestTarget(RequestTarget whole, string without)
    {
        Path = whole.Path;
        QueryText = whole.QueryText;
        Segments = whole.Segments;
        _query.AddRange(whole._query.Where(x => !string.Equals(x.Key, without, StringComparison.Ordinal)));
    }

    public RequestTarget(string rawTarget)
    {
        var path = rawTarget;
        var question = rawTarget.IndexOf('?', StringComparison.Ordinal);
        if (question >= 0)
        {
            path = rawTarget[..question];
            QueryText = rawTarget[(question + 1)..];
            foreach (var part in QueryText.Split('&', StringSplitOptions.RemoveEmptyEntries))
            {
                var equals = part.IndexOf('=', StringComparison.Ordinal);
                var name = equals < 0 ? part : part[..equals];
                _query.Add(new(Decode(name), equals < 0 ? "" : Decode(part[(equals + 1)..])));
            }
        }

        // The absolute form is legal too (RFC 9112, 3.2.2).
        if (path.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
        {
            var slash = path.IndexOf('/', "http://".Length);
            path = slash < 0 ? "/" : path[slash..];
        }

        Path = path;
        Segments = [.. path.TrimStart('/').Split('/').Select(Uri.UnescapeDataString)];
    }

    public string Path { get; }

    public string QueryText { get; } = "";

    public IReadOnlyList<string> Segments { get; }

    public IReadOnlyList<KeyValuePair<string, string>> Query => _query;

    public string? this[string name]
    {
        get
        {
            foreach (var (key, value) in _query)
            {
                if (string.Equals(key, name, StringComparison.Ordinal))
                {
                    return value;
                }
            }

            return null;
        }
    }

    /// <summary>The same without one parameter.</summary>
    public RequestTarget Without(string name) => new(this, name);

    public bool Has(string name) => this[name] is not null;

    public bool IsTrue(string name) => this[name] is "true" or "1";

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
