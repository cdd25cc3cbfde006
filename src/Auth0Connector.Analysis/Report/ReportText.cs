using System.Text.Json;
using Auth0Connector.Tables.Texts;

namespace Auth0Connector.Analysis.Report;

/// <summary>Texts of the file in the data of the page, which shows them as they stand there.</summary>
internal static class ReportText
{
    /// <summary>A text in an array.</summary>
    public static void Plain(this Utf8JsonWriter json, string? text) => json.WriteStringValue(text is null ? null : PlainText.OfLines(text));

    /// <summary>A text in an object.</summary>
    public static void Plain(this Utf8JsonWriter json, string name, string? text) => json.WriteString(PlainText.Of(name), text is null ? null : PlainText.OfLines(text));
}
