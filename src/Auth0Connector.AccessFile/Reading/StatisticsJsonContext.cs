using System.Text.Json.Serialization;

namespace Auth0Connector.AccessFile.Reading;

/// <summary>JSON of the stats column without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(SyncStatistics))]
internal sealed partial class StatisticsJsonContext : JsonSerializerContext;
