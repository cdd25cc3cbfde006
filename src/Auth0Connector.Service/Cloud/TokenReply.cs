using System.Globalization;
using System.Text.Json;

namespace Auth0Connector.Service.Cloud;

/// <summary>What an answer of the token endpoint says; members that are absent or of another kind are <see langword="null"/>.</summary>
internal sealed record TokenReply
{
    private static readonly JsonDocumentOptions Bounded = new() { MaxDepth = 32 };

    /// <summary>Whether it is a JSON object at all.</summary>
    public bool IsObject { get; private init; }

    /// <summary>The token.</summary>
    public string? AccessToken { get; private init; }

    /// <summary>How it is borne.</summary>
    public string? TokenType { get; private init; }

    /// <summary>Its life in seconds, however it is written.</summary>
    public double? ExpiresIn { get; private init; }

    /// <summary>OAuth's code of what is wrong.</summary>
    public string? Error { get; private init; }

    /// <summary>What is wrong in the server's words.</summary>
    public string? Description { get; private init; }

    /// <summary>Reads whatever came.</summary>
    public static TokenReply Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, Bounded);
            var root = document.RootElement;
            return root.ValueKind != JsonValueKind.Object
                ? new TokenReply()
                : new TokenReply
                {
                    IsObject = true,
                    AccessToken = Text(root, "access_token"),
                    TokenType = Text(root, "token_type"),
                    ExpiresIn = Number(root, "expires_in"),
                    Error = Text(root, "error"),
                    Description = Text(root, "error_description") ?? Text(root, "message"),
                };
        }
        catch (JsonException)
        {
            // Proxies and load balancers answer with pages.
            return new TokenReply();
        }
    }

    /// <summary>Never the token.</summary>
    public override string ToString() => "***";

    private static string? Text(JsonElement root, string member)
    {
        try
        {
            return root.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Half a character, escaped.
            return null;
        }
    }

    private static double? Number(JsonElement root, string member) =>
        root.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.Number
            ? value.TryGetDouble(out var number) ? number : null
            : double.TryParse(Text(root, member), NumberStyles.Float, CultureInfo.InvariantCulture, out var written) ? written : null;
}
