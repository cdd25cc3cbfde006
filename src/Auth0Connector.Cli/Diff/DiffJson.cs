using System.Text.Json;
using Auth0Connector.AccessFile.Comparison;
using Auth0Connector.Analysis.Differences;
using Auth0Connector.Analysis.Json;
using Auth0Connector.Cli.Output;

namespace Auth0Connector.Cli.Diff;

/// <summary>A comparison in the JSON of the ecosystem's reader, message by message.</summary>
internal static class DiffJson
{
    private static readonly (RowChange Which, string Name)[] Buckets = [(RowChange.Added, "created"), (RowChange.Removed, "deleted"), (RowChange.Changed, "modified")];

    /// <summary>Writes it.</summary>
    public static void Write(ResultStream stream, AccessDiff diff, DiffScope scope, CancellationToken cancellationToken)
    {
        using var json = new JsonText();
        json.Writer.WriteStartObject();
        Section(stream, json, "resources", scope.Resources, which => diff.ResourceMessages(which, cancellationToken), MessageJson.Write);
        Section(stream, json, "entitlements", scope.Entitlements, which => diff.EntitlementMessages(which, cancellationToken), MessageJson.Write);
        Section(stream, json, "grants", scope.Grants, which => diff.GrantMessages(which, cancellationToken), MessageJson.Write);
        json.Writer.WriteEndObject();
        stream.Line(json.Take());
    }

    private static void Section<T>(
        ResultStream stream, JsonText json, string name, bool isIncluded, Func<RowChange, IEnumerable<T>> read, Action<Utf8JsonWriter, T> write)
    {
        json.Writer.WriteStartObject(name);
        foreach (var (which, bucket) in Buckets.Where(_ => isIncluded))
        {
            var isOpen = false;
            foreach (var message in read(which))
            {
                if (!isOpen)
                {
                    json.Writer.WriteStartArray(bucket);
                    isOpen = true;
                }

                json.Writer.WriteStartObject();
                write(json.Writer, message);
                json.Writer.WriteEndObject();
                stream.Write(json.Take());
                stream.EndRow();
            }

            if (isOpen)
            {
                json.Writer.WriteEndArray();
            }
        }

        json.Writer.WriteEndObject();
    }
}
