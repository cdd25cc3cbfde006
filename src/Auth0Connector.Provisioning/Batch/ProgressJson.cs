using System.Text.Json.Serialization;
using Auth0Connector.Provisioning.Records;

namespace Auth0Connector.Provisioning.Batch;

/// <summary>The lines of a batch's progress; source-generated.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ProgressLine))]
internal sealed partial class ProgressJson : JsonSerializerContext
{
    /// <summary>As every file of records is written and read.</summary>
    public static ProgressJson Readable { get; } = new(RecordJson.Readable());
}
