using System.Text.Json;
using Auth0Connector.MockTenant.Http;

namespace Auth0Connector.MockTenant.Paging;

/// <summary>Answers a listing in one of the three shapes (reference 3.1). Costs what the page costs, not the collection.</summary>
internal static class PageAnswer
{
    public static void Write(
        ApiCall call,
        string key,
        PagingRules rules,
        int count,
        Action<Utf8JsonWriter, int> writeRow)
    {
        if (PageRequest.TryRead(call, rules, out var request))
        {
            Write(call, key, rules, request, count, count, writeRow);
        }
    }

    /// <summary>As above; the total is more than the count where only the first rows are at hand.</summary>
    public static void Write(
        ApiCall call,
        string key,
        PagingRules rules,
        PageRequest request,
        int count,
        int total,
        Action<Utf8JsonWriter, int> writeRow)
    {
        var first = request.IsCheckpoint && call.Cursors is { } cursors && request.Start > 0
            ? cursors.Find(request.Start, count, writeRow)
            : request.Start;
        var start = Math.Min(first, count);
        var end = (int)Math.Min((long)start + request.Size, count);
        var next = request.IsCheckpoint && end > start && call.Cursors is { } lasting ? lasting.Keep(start, end, writeRow) : end;
        call.WriteJson(writer =>
        {
            if (request is { IsCheckpoint: false, IncludeTotals: false })
            {
                WriteRows(writer, start, end, writeRow);
                return;
            }

            writer.WriteStartObject();
            if (request.IsCheckpoint)
            {
                writer.WritePropertyName(key);
                WriteRows(writer, start, end, writeRow);
                var isFull = end - start == request.Size;
                if (end > start && (rules.AlwaysNext || isFull))
                {
                    writer.WriteString("next", Cursor.Write(next, call.Target.Path));
                }
            }
            else
            {
                writer.WriteNumber("start", request.Start);
                writer.WriteNumber("limit", request.Size);
                if (rules.WritesLength)
                {
                    writer.WriteNumber("length", end - start);
                }

                writer.WritePropertyName(key);
                WriteRows(writer, start, end, writeRow);
                writer.WriteNumber("total", rules.TotalIsWrong ? 0 : total);
            }

            writer.WriteEndObject();
        });
    }

    public static void Write<T>(
        ApiCall call,
        string key,
        PagingRules rules,
        IEnumerable<T> rows,
        Action<Utf8JsonWriter, T> writeRow)
    {
        if (PageRequest.TryRead(call, rules, out var request))
        {
            var list = rows as IReadOnlyList<T> ?? [.. rows];
            Write(call, key, rules, request, list.Count, list.Count, (writer, row) => writeRow(writer, list[row]));
        }
    }

    private static void WriteRows(Utf8JsonWriter writer, int start, int end, Action<Utf8JsonWriter, int> writeRow)
    {
        writer.WriteStartArray();
        for (var row = start; row < end; row++)
        {
            writeRow(writer, row);
        }

        writer.WriteEndArray();
    }
}
