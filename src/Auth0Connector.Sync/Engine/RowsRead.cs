using System.Text.Json;
using System.Text.Json.Serialization;
using Auth0Connector.AccessFile.Reading;
using Auth0Connector.AccessFile.Staging;

namespace Auth0Connector.Sync.Engine;

/// <summary>
/// The rows as they were read, before any is dropped or added: counted once and kept in the working file, so that the
/// proof of a run that goes on later says the same.
/// </summary>
internal sealed record RowsRead(SyncStatistics Resources, IReadOnlyList<GrantCount> Grants)
{
    private const string Key = "rows-read";

    public static RowsRead Of(StagingFile file, CancellationToken cancellationToken)
    {
        if (file.Recall(Key) is { } text)
        {
            return Parse(text);
        }

        var read = new RowsRead(file.CountRows(cancellationToken), file.CountGrants(cancellationToken));
        file.Remember(Key, JsonSerializer.Serialize(read, RowsReadJson.Default.RowsRead));
        return read;
    }

    // Counted again, the rows would not be those that were read.
    private static RowsRead Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, RowsReadJson.Default.RowsRead) ?? throw KeptText.Unknown();
        }
        catch (JsonException unknown)
        {
            throw KeptText.Unknown(unknown);
        }
    }
}

[JsonSourceGenerationOptions(RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(RowsRead))]
internal sealed partial class RowsReadJson : JsonSerializerContext;
