using System.Buffers;
using System.Text;
using System.Text.Json;
using Auth0Connector.Cli.Output;

namespace Auth0Connector.Cli.Lists;

/// <summary>
/// Rows in another order than the file's. Only what they are sorted by stays in memory; what is shown of them is set aside,
/// since the messages of 300,000 people take more than a gigabyte.
/// </summary>
internal sealed class SortedRows<T> : IDisposable
{
    private readonly SpillStream _shown = new();
    private readonly List<(string Key, long Place, int Length)> _rows = [];
    private readonly ListShape<T> _shape;
    private readonly ListOptions<T> _options;

    public SortedRows(ListShape<T> shape, ListOptions<T> options, IEnumerable<T> rows)
    {
        _shape = shape;
        _options = options;
        foreach (var row in rows)
        {
            var bytes = Encoding.UTF8.GetBytes(Shown(row));
            _rows.Add((options.Sort!.Text(row), _shown.Length, bytes.Length));
            _shown.Add(bytes);
        }
    }

    /// <summary>What the rows look like now.</summary>
    public ListShape<JsonElement> Shape => new(_shape.Name, Columns, WriteFields);

    /// <summary>How they are shown.</summary>
    public ListOptions<JsonElement> Options => new(_options.Form, Columns, Sort: null, IsDescending: false, _options.Limit);

    /// <summary>The rows, one by one.</summary>
    public IEnumerable<JsonElement> Rows()
    {
        var order = _options.IsDescending
            ? _rows.OrderByDescending(row => row.Key, NaturalOrder.Instance)
            : _rows.OrderBy(row => row.Key, NaturalOrder.Instance);
        foreach (var (_, place, length) in order)
        {
            var bytes = ArrayPool<byte>.Shared.Rent(length);
            try
            {
                _shown.Read(place, bytes.AsSpan(0, length));
                using var row = JsonDocument.Parse(bytes.AsMemory(0, length));
                yield return row.RootElement;
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(bytes);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _shown.Dispose();

    private ListColumn<JsonElement>[] Columns =>
        [.. _options.Columns.Select((column, index) => new ListColumn<JsonElement>(column.Key, column.Title, row => row[index].GetString()!))];

    private static void WriteFields(Utf8JsonWriter json, JsonElement row)
    {
        foreach (var field in row.EnumerateObject())
        {
            field.WriteTo(json);
        }
    }

    /// <summary>What is shown of a row: its JSON, or an array of its cells.</summary>
    private string Shown(T row) => _options.Form is ListForm.Json or ListForm.JsonLines
        ? JsonText.Of(row, _shape.WriteJson)
        : JsonText.OfTexts(_options.Columns.Select(column => column.Text(row)));
}
