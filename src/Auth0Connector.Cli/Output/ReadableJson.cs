using System.Text.Encodings.Web;
using System.Text.Json;

namespace Auth0Connector.Cli.Output;

/// <summary>How JSON on standard output is written.</summary>
internal static class ReadableJson
{
    /// <summary>New options, since a context keeps its own: names in camel case, and no escapes that only matter inside HTML.</summary>
    public static JsonSerializerOptions Options() => new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };
}
