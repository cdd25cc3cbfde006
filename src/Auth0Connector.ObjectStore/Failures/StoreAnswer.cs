using System.Net;

namespace Auth0Connector.ObjectStore.Failures;

/// <summary>What a store says in XML; a handful of elements is all that is ever asked of it.</summary>
internal static class StoreAnswer
{
    private const int MostCharacters = 64 * 1024;

    /// <summary>The text of the first element of that name; <see langword="null"/> where there is none.</summary>
    public static string? Element(string text, string name)
    {
        var begin = text.IndexOf($"<{name}>", StringComparison.Ordinal);
        if (begin < 0)
        {
            return null;
        }

        begin += name.Length + 2;
        var end = text.IndexOf($"</{name}>", begin, StringComparison.Ordinal);
        return end < 0 ? null : WebUtility.HtmlDecode(text[begin..end]);
    }

    /// <summary>The body of an answer that is no object, as far as it is looked at.</summary>
    public static async Task<string> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(cancellationToken));
        var buffer = new char[MostCharacters];
        return new string(buffer, 0, await reader.ReadBlockAsync(buffer, cancellationToken));
    }
}
