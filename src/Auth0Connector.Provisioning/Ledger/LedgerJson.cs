using System.Text.Json.Serialization;
using Auth0Connector.Provisioning.Records;

namespace Auth0Connector.Provisioning.Ledger;

/// <summary>The lines of the ledger; source-generated.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(LedgerLine))]
internal sealed partial class LedgerJson : JsonSerializerContext
{
    /// <summary>As every file of records is written and read.</summary>
    public static LedgerJson Readable { get; } = new(RecordJson.Readable());
}
