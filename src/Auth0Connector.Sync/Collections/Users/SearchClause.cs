using System.Globalization;
using System.Text;
using Auth0Connector.ManagementApi.Search;

namespace Auth0Connector.Sync.Collections.Users;

/// <summary>Clauses of the user search's Lucene syntax (API reference, section 4.1).</summary>
internal static class SearchClause
{
    private const string Special = "+-&|!(){}[]^\"~*?:\\/ ";

    /// <summary>A range that holds its lower end and not its upper one; <see langword="null"/> is open.</summary>
    public static string Range(string field, string? low, string? high) =>
        $"{field}:[{low ?? "*"} TO {high ?? "*"}{(high is null ? "]" : "}")}";

    public static string Equal(string field, string value) =>
        $"{field}:{SearchText.Quote(value)}";

    public static string Prefix(string field, string prefix) => $"{field}:{Escape(prefix)}*";

    public static string Missing(string field) => $"NOT _exists_:{field}";

    public static string None(IEnumerable<string> clauses) => $"NOT ({string.Join(" OR ", clauses)})";

    public static string All(IEnumerable<string> clauses) => string.Join(" AND ", clauses);

    public static string Instant(long milliseconds) =>
        DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var character in text)
        {
            if (Special.Contains(character, StringComparison.Ordinal))
            {
                escaped.Append('\\');
            }

            escaped.Append(character);
        }

        return escaped.ToString();
    }
}
