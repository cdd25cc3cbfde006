using System.Text.Json.Serialization;
using Auth0Connector.Cli.Output;

namespace Auth0Connector.Cli.MockTenant;

/// <summary>The JSON of <c>mock-tenant</c>; source-generated, for the native executable.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(MockTenantJson))]
internal sealed partial class MockTenantJsonContext : JsonSerializerContext
{
    /// <summary>Without escapes that only matter inside HTML.</summary>
    public static MockTenantJsonContext Readable { get; } = new(ReadableJson.Options());
}
