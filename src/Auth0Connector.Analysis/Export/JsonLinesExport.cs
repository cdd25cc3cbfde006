using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Auth0Connector.AccessFile.Reading;
using Auth0Connector.Analysis.Json;
using Auth0Connector.Analysis.Listing;
using Auth0Connector.Analysis.Texts;
namespace Auth0Connector.Analysis.Export;

/// <summary>A sync as JSON lines: each row with its kind and its message in the ecosystem's JSON; or the rows of a table.</summary>
public static class JsonLinesExport
{
    /// <summary>Writes everything in a sync.</summary>
    public static long Write(Stream target, AccessList list, Action<long> tell, CancellationToken cancellationToken)
    {
        using var lines = new Lines(target, new ArrayBufferWriter<byte>(), tell);
        foreach (var type in list.ResourceTypes(cancellationToken))
        {
            lines.Add(json => json.Message("resourceType", type, MessageJson.Write), "resourceType");
        }

        foreach (var row in list.Reader.ReadResources(list.Sync, ResourceFilter.All, cancellationToken))
        {
            lines.Add(json => json.Message("resource", row.Message, MessageJson.Write), "resource");
        }

        foreach (var row in list.Reader.ReadEntitlements(list.Sync, EntitlementFilter.All, cancellationToken))
        {
            lines.Add(json => json.Message("entitlement", row.Message, MessageJson.Write), "entitlement");
        }

        foreach (var row in list.Reader.ReadGrants(list.Sync, GrantFilter.All, cancellationToken))
        {
            lines.Add(
                json =>
                {
                    json.Message("grant", row.Message, MessageJson.Write);
                    json.Message("expandable", row.Expandable, static (json, value) =>
                    {
                        json.Texts("entitlementIds", value.EntitlementIds);
                        json.Flag("shallow", value.Shallow);
                        json.Texts("resourceTypeIds", value.ResourceTypeIds);
                    });
                },
                "grant");
        }

        return lines.Count;
    }

    /// <summary>Writes a table, each row as an object.</summary>
    public static long Write(Stream target, ExportTable table, Action<long> tell)
    {
        using var lines = new Lines(target, new ArrayBufferWriter<byte>(), tell);
        foreach (var row in table.Rows)
        {
            lines.Add(json =>
            {
                for (var i = 0; i < row.Count; i++)
                {
                    if (table.Columns[i].Kind == ExportKind.Flag)
                    {
                        json.WriteBoolean(table.Headings[i], row[i] == ExportColumn.Yes);
                    }
                    else
                    {
                        json.WriteString(table.Headings[i], row[i]);
                    }
                }
            });
        }

        return lines.Count;
    }

    private sealed class Lines(Stream target, ArrayBufferWriter<byte> piece, Action<long> tell) : IDisposable
    {
        private const int PieceLength = 64 * 1024;

        private readonly ArrayBufferWriter<byte> _row = new();
        private Utf8JsonWriter? _json;

        public long Count { get; private set; }

        public void Add(Action<Utf8JsonWriter> write, string? kind = null)
        {
            _json ??= new(_row, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
            _json.WriteStartObject();
            if (kind is not null)
            {
                _json.WriteString("kind", kind);
            }

            write(_json);
            _json.WriteEndObject();
            _json.Flush();
            _json.Reset();
            PlainText.WriteJson(_row.WrittenSpan, piece);
            _row.ResetWrittenCount();
            piece.Write("\n"u8);
            if (piece.WrittenCount >= PieceLength)
            {
                Flush();
            }

            tell(++Count);
        }

        public void Dispose()
        {
            _json?.Dispose();
            Flush();
        }

        private void Flush()
        {
            target.Write(piece.WrittenSpan);
            piece.ResetWrittenCount();
        }
    }
}
