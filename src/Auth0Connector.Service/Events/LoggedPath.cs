namespace Auth0Connector.Service.Events;

/// <summary>The path of a request to the Management API as its log tells it: segments below <c>/api/v2/</c>, each unescaped once.</summary>
internal static class LoggedPath
{
    private const string Prefix = "/api/v2/";

    /// <summary>The segments; none where the path is another.</summary>
    public static IReadOnlyList<string> Segments(string? path)
    {
        var start = path?.IndexOf(Prefix, StringComparison.OrdinalIgnoreCase) ?? -1;
        if (start < 0)
        {
            return [];
        }

        // Split before unescaping: an id may hold a slash.
        var rest = path!.AsSpan(start + Prefix.Length);
        var query = rest.IndexOf('?');
        return [.. (query < 0 ? rest : rest[..query]).ToString().Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString)];
    }
}
