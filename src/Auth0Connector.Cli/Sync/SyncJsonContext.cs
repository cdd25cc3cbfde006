using System.Text.Json.Serialization;
using Auth0Connector.Cli.Output;

namespace Auth0Connector.Cli.Sync;

/// <summary>The JSON of <c>sync</c> and <c>validate</c>; source-generated, for the native executable.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SummaryJson))]
[JsonSerializable(typeof(ValidationJson))]
internal sealed partial class SyncJsonContext : JsonSerializerContext
{
    /// <summary>Without escapes that only matter inside HTML.</summary>
    public static SyncJsonContext Readable { get; } = new(ReadableJson.Options());
}
