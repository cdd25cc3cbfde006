using System.Globalization;
using Parquet;
using Parquet.Schema;

namespace Auth0Connector.Testing.Samples;

/// <summary>A Parquet file as another implementation reads it.</summary>
public sealed record ParquetTable(IReadOnlyList<(string Name, Type Type)> Columns, IReadOnlyList<IReadOnlyList<string?>> Rows, int Groups)
{
    /// <summary>Reads all of it.</summary>
    public static async Task<ParquetTable> ReadAsync(Stream stream)
    {
        await using var reader = await ParquetReader.CreateAsync(stream);
        var fields = reader.Schema.DataFields;
        var rows = new List<IReadOnlyList<string?>>();
        for (var i = 0; i < reader.RowGroupCount; i++)
        {
            using var group = reader.OpenRowGroupReader(i);
            var columns = new List<string?[]>();
            foreach (var field in fields)
            {
                columns.Add(await ReadAsync(group, field));
            }

            rows.AddRange(Enumerable.Range(0, (int)group.RowCount).Select(row => columns.Select(column => column[row]).ToList()));
        }

        return new ParquetTable([.. fields.Select(field => (field.Name, TypeOf(field)))], rows, reader.RowGroupCount);
    }

    private static async Task<string?[]> ReadAsync(ParquetRowGroupReader group, DataField field)
    {
        var count = (int)group.RowCount;
        if (TypeOf(field) == typeof(string))
        {
            var texts = new string?[count];
            await group.ReadAsync(field, texts.AsMemory()!);
            return texts;
        }

        if (field.ClrType == typeof(bool))
        {
            var flags = new bool?[count];
            await group.ReadAsync<bool>(field, flags.AsMemory());
            return [.. flags.Select(flag => flag is { } value ? value ? "yes" : "no" : null)];
        }

        var times = new DateTime?[count];
        await group.ReadAsync<DateTime>(field, times.AsMemory());
        return [.. times.Select(time => time?.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture))];
    }

    private static Type TypeOf(DataField field) => field.ClrType == typeof(ReadOnlyMemory<char>) ? typeof(string) : field.ClrType;
}
