using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Auth0Connector.Provisioning.Records;

/// <summary>How the lines of every file of records are written and read.</summary>
internal static class RecordJson
{
    /// <summary>Options for one reader of lines, without escapes that only matter inside HTML.</summary>
    public static JsonSerializerOptions Readable() => new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,

        // A field that is not known may change what is meant: half of a name is no smaller right.
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
    };
}
