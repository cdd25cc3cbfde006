using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Auth0Connector.Cli.Output;

/// <summary>The JSON that goes to standard output; source-generated, for the native executable.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SummaryJson))]
[JsonSerializable(typeof(ValidationJson))]
[JsonSerializable(typeof(MockTenantJson))]
[JsonSerializable(typeof(ChangeJson))]
internal sealed partial class OutputJsonContext : JsonSerializerContext
{
    /// <summary>Without escapes that only matter inside HTML.</summary>
    public static OutputJsonContext Readable { get; } = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    });
}
