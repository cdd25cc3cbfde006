using System.Text.Json;
using System.Text.Json.Serialization;

namespace Auth0Connector.AccessFile.Completeness;

/// <summary>The proof as the JSON of the asset.</summary>
public static class CompletenessJson
{
    private const int KnownVersion = 1;

    /// <summary>The bytes of the asset, UTF-8.</summary>
    public static byte[] Write(CompletenessProof proof) =>
        JsonSerializer.SerializeToUtf8Bytes(proof, CompletenessJsonContext.Default.CompletenessProof);

    /// <summary>Reads an asset; <see langword="null"/> where it is no proof, or one of a version that is not known here.</summary>
    public static CompletenessProof? Read(ReadOnlySpan<byte> asset)
    {
        try
        {
            return JsonSerializer.Deserialize(asset, CompletenessJsonContext.Default.CompletenessProof) is { Version: KnownVersion } proof ? proof : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CompletenessProof))]
internal sealed partial class CompletenessJsonContext : JsonSerializerContext;
