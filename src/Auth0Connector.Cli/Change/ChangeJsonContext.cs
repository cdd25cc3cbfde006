using System.Text.Json.Serialization;
using Auth0Connector.Cli.Output;

namespace Auth0Connector.Cli.Change;

/// <summary>The JSON of what became of changes; source-generated, for the native executable.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ChangeJson))]
internal sealed partial class ChangeJsonContext : JsonSerializerContext
{
    /// <summary>Without escapes that only matter inside HTML.</summary>
    public static ChangeJsonContext Readable { get; } = new(ReadableJson.Options());
}
