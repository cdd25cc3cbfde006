using System.Collections.Concurrent;
using System.Text.Json;
using Auth0Connector.MockTenant.Data;

namespace Auth0Connector.MockTenant.Paging;

/// <summary>
/// Cursors of a tenant that changes while it is read. Like the real ones, which hold the time and the id of a row (reference
/// 3.3), each goes on after the rows of the page before it, whatever came and went meanwhile.
/// </summary>
internal sealed class LastingCursors
{
    private static readonly string[] IdNames = ["user_id", "id", "client_id", "connection_id"];

    private readonly ConcurrentDictionary<int, Place> _places = new();
    private int _last;

    /// <summary>Keeps where the next page starts; what is returned stands for it in a cursor.</summary>
    public int Keep(int start, int end, Action<Utf8JsonWriter, int> writeRow)
    {
        var number = Interlocked.Increment(ref _last);
        _places[number] = new Place([.. Enumerable.Range(start, end - start).Select(row => IdOf(row, writeRow))], end);
        return number;
    }

    /// <summary>The row after those of the page before, as the list is now.</summary>
    public int Find(int number, int count, Action<Utf8JsonWriter, int> writeRow)
    {
        if (!_places.TryGetValue(number, out var place))
        {
            return 0;
        }

        var before = place.Ids.ToHashSet(StringComparer.Ordinal);
        for (var row = count - 1; row >= 0; row--)
        {
            if (before.Contains(IdOf(row, writeRow)))
            {
                return row + 1;
            }
        }

        return Math.Min(place.End, count);
    }

    private static string IdOf(int row, Action<Utf8JsonWriter, int> writeRow)
    {
        var buffer = new Utf8Buffer();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writeRow(writer, row);
        }

        using var document = JsonDocument.Parse(buffer.Written.ToArray());
        foreach (var name in IdNames)
        {
            if (document.RootElement.TryGetProperty(name, out var id))
            {
                return id.ToString();
            }
        }

        return document.RootElement.ToString();
    }

    private sealed record Place(IReadOnlyList<string> Ids, int End);
}
