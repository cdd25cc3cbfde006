using System.Text.Json.Serialization;
using Auth0Connector.Provisioning.Records;

namespace Auth0Connector.Provisioning.Journal;

/// <summary>The lines of the journal; source-generated.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(JournalLine))]
internal sealed partial class JournalJson : JsonSerializerContext
{
    /// <summary>As every file of records is written and read.</summary>
    public static JournalJson Readable { get; } = new(RecordJson.Readable());
}
