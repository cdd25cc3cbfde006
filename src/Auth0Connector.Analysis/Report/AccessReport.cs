using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Auth0Connector.Analysis.Report;

/// <summary>
/// Writes the report: one HTML file that loads nothing. Its policy (https://www.w3.org/TR/CSP3/) names the hash of the one
/// script and the one style; the data stand in it compressed, as base64, so that no value of the tenant is ever markup.
/// </summary>
public static class AccessReport
{
    // A multiple of three bytes has no padding, so that pieces join to one text.
    private const int Piece = 3 * 16 * 1024;

    /// <summary>Writes it.</summary>
    public static void Write(Stream target, ReportContent content)
    {
        using var writer = new StreamWriter(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        foreach (var (text, mark) in ReportPage.Parts())
        {
            writer.Write(text);
            switch (mark)
            {
                case "script-hash":
                    writer.Write(ReportPage.Hash(ReportPage.Script));
                    break;
                case "style-hash":
                    writer.Write(ReportPage.Hash(ReportPage.Style));
                    break;
                case "script":
                    writer.Write(ReportPage.Script);
                    break;
                case "style":
                    writer.Write(ReportPage.Style);
                    break;
                case "data":
                    WriteData(writer, content);
                    break;
                default:
                    break;
            }
        }
    }

    private static void WriteData(StreamWriter writer, ReportContent content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        using (var json = new Utf8JsonWriter(gzip, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            ReportJson.Write(json, content);
        }

        var bytes = packed.GetBuffer().AsSpan(0, (int)packed.Length);
        for (var start = 0; start < bytes.Length; start += Piece)
        {
            writer.Write(Convert.ToBase64String(bytes[start..Math.Min(bytes.Length, start + Piece)]));
        }
    }
}
