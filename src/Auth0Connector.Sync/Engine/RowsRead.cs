using System.Text.Json;
using System.Text.Json.Serialization;
using Auth0Connector.AccessFile;
using Auth0Connector.AccessFile.Staging;

namespace Auth0Connector.Sync.Engine;

/// <summary>
/// The rows as they were read, before any is dropped or added: counted once and kept in the working file, so that the
/// proof of a run that goes on later says the same.
/// </summary>
internal sealed record RowsRead(SyncStatistics Resources, IReadOnlyList<GrantCount> Grants)
{
    private const string Key = "rows-read";

    public static RowsRead Of(StagingFile file)
    {
        if (file.Recall(Key) is { } text && JsonSerializer.Deserialize(text, RowsReadJson.Default.RowsRead) is { } known)
        {
            return known;
        }

        var read = new RowsRead(file.CountRows(), file.CountGrants());
        file.Remember(Key, JsonSerializer.Serialize(read, RowsReadJson.Default.RowsRead));
        return read;
    }
}

[JsonSerializable(typeof(RowsRead))]
internal sealed partial class RowsReadJson : JsonSerializerContext;
