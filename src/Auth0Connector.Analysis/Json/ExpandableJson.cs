using System.Text.Json;
using Auth0Connector.AccessFile.Messages;

namespace Auth0Connector.Analysis.Json;

/// <summary>What a grant passes on: an annotation of the message, or kept beside it by the file.</summary>
internal static class ExpandableJson
{
    /// <summary>Writes its fields.</summary>
    public static void Write(Utf8JsonWriter json, GrantExpandable value)
    {
        json.Texts("entitlementIds", value.EntitlementIds);
        json.Flag("shallow", value.Shallow);
        json.Texts("resourceTypeIds", value.ResourceTypeIds);
    }

    /// <summary>Writes what the file keeps beside the message, where there is any.</summary>
    public static void WriteBeside(Utf8JsonWriter json, GrantExpandable? value) => json.Message("expandable", value, Write);
}
