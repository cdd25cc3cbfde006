using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Auth0Connector.Cli.Output;

/// <summary>JSON for people and programs alike.</summary>
internal static class IndentedJson
{
    public static string Write(int indent, Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        var options = new JsonWriterOptions { Indented = true, IndentSize = indent, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var writer = new Utf8JsonWriter(stream, options))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
