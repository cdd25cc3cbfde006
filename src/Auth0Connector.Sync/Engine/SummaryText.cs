using System.Text.Json;
using System.Text.Json.Serialization;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.Sync.Reporting;

namespace Auth0Connector.Sync.Engine;

/// <summary>A summary as a text that the working file keeps, for the run that only has to put the file in its place.</summary>
internal static class SummaryText
{
    public static string Of(SyncSummary summary) => JsonSerializer.Serialize(summary, SummaryTextJson.Default.SyncSummary);

    /// <exception cref="StagingUnusableException">It is no summary that this version knows.</exception>
    public static SyncSummary Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, SummaryTextJson.Default.SyncSummary) ?? throw KeptText.Unknown();
        }
        catch (Exception unknown) when (unknown is JsonException or NotSupportedException)
        {
            throw KeptText.Unknown(unknown);
        }
    }
}

[JsonSourceGenerationOptions(RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(SyncSummary))]
internal sealed partial class SummaryTextJson : JsonSerializerContext;
