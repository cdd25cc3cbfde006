using System.Text.Json;
using System.Text.Json.Serialization;
using Auth0Connector.Sync.Reporting;

namespace Auth0Connector.Sync.Engine;

/// <summary>A summary as a text that the working file keeps, for the run that only has to put the file in its place.</summary>
internal static class SummaryText
{
    public static string Of(SyncSummary summary) => JsonSerializer.Serialize(summary, SummaryTextJson.Default.SyncSummary);

    public static SyncSummary Parse(string text) =>
        JsonSerializer.Deserialize(text, SummaryTextJson.Default.SyncSummary)
        ?? throw new InvalidOperationException("The working file keeps no summary.");
}

[JsonSerializable(typeof(SyncSummary))]
internal sealed partial class SummaryTextJson : JsonSerializerContext;
