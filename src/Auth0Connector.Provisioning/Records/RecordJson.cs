using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Auth0Connector.Provisioning.Batch;
using Auth0Connector.Provisioning.Ledger;

namespace Auth0Connector.Provisioning.Records;

/// <summary>The lines of the journal, the ledger and a batch's progress; source-generated.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(JournalLine))]
[JsonSerializable(typeof(LedgerLine))]
[JsonSerializable(typeof(ProgressLine))]
internal sealed partial class RecordJson : JsonSerializerContext
{
    /// <summary>Without escapes that only matter inside HTML.</summary>
    public static RecordJson Readable { get; } = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,

        // A field that is not known may change what is meant: half of a name is no smaller right.
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
    });
}
