using System.Globalization;
using Auth0Connector.Tables;
using Auth0Connector.Tables.Parquet;

namespace Auth0Connector.Analysis.Tests.Export;

public sealed class ParquetExportTests
{
    private static readonly Column[] Columns =
        [new("User ID"), new("Kind"), new("direct", ColumnKind.Flag), new("Last Login", ColumnKind.Time), new("nothing"), new("never", ColumnKind.Time)];

    [Fact]
    public async Task Columns_have_types_and_names_without_blanks()
    {
        var table = await RoundTripAsync([["1", "a", "yes", "2026-01-02T03:04:05.678901Z", "", ""]]);

        Assert.Equal(
            [
                ("user_id", typeof(string)), ("kind", typeof(string)), ("direct", typeof(bool)), ("last_login", typeof(DateTime)),
                ("nothing", typeof(string)), ("never", typeof(DateTime)),
            ],
            table.Columns);
        Assert.Equal(["1", "a", "yes", "2026-01-02T03:04:05.678901Z", null, null], Assert.Single(table.Rows));
    }

    [Fact]
    public async Task No_rows_are_a_file_as_well()
    {
        var table = await RoundTripAsync([]);

        Assert.Empty(table.Rows);
        Assert.Equal(Columns.Length, table.Columns.Count);
    }

    [Fact]
    public async Task Every_row_of_several_groups_pages_and_encodings_comes_back()
    {
        // Unique ids outgrow the dictionary, kinds never do; runs, single values and gaps take turns.
        const int count = 130_000;
        var rows = Enumerable.Range(0, count).Select(Row).ToList();

        var table = await RoundTripAsync(rows);

        Assert.Equal(2, table.Groups);
        Assert.Equal(count, table.Rows.Count);
        for (var i = 0; i < count; i++)
        {
            Assert.Equal(rows[i].Select(cell => cell.Length == 0 ? null : cell), table.Rows[i]);
        }
    }

    [Theory]
    [InlineData("1969-12-31T23:59:59.999999Z", "1969-12-31T23:59:59.999999Z")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T00:00:00.000000Z")]
    [InlineData("9999-12-31T23:59:59.999999999Z", "9999-12-31T23:59:59.999999Z")]
    [InlineData("2026-01-02T03:04:05.123456789Z", "2026-01-02T03:04:05.123456Z")]
    [InlineData("yesterday", null)]
    public async Task A_time_is_kept_to_the_microsecond_or_is_null(string cell, string? expected)
    {
        var table = await RoundTripAsync([["1", "a", "no", cell, "", ""]]);

        Assert.Equal(expected, table.Rows[0][3]);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("  blanks\n\tand \u001b[31mcontrol\0 ")]
    [InlineData("日本語 😀 יוסף")]
    public async Task Text_is_kept_as_it_is(string text)
    {
        var table = await RoundTripAsync([["1", text, "", "", "", ""]]);

        Assert.Equal(["1", text, null, null, null, null], table.Rows[0]);
    }

    [Fact]
    public async Task Half_a_letter_and_a_very_long_text_do_no_harm()
    {
        var text = new string('x', 2_000_000);

        var table = await RoundTripAsync([["1", "half \ud83d", "", "", "", ""], ["2", text, "", "", "", ""], ["3", text, "", "", "", ""]]);

        Assert.Equal(["half \ufffd", text, text], table.Rows.Select(row => row[1]));
    }

    [Fact]
    public void Rows_are_written_on_before_the_last_is_taken()
    {
        using var target = new MemoryStream();
        var written = 0L;

        ParquetWriter.Write(target, new Table(Columns, Watched()), _ => { });

        Assert.InRange(written, 1, target.Length);

        IEnumerable<IReadOnlyList<string>> Watched()
        {
            for (var i = 0; i < 125_000; i++)
            {
                written = target.Length - 4;
                yield return ["1", "a", "yes", "", "", ""];
            }
        }
    }

    private static IReadOnlyList<string> Row(int i) =>
    [
        string.Create(CultureInfo.InvariantCulture, $"auth0|{i:x24}"),
        (i % 1000) < 500 ? "steady" : string.Create(CultureInfo.InvariantCulture, $"kind {i % 37}"),
        i % 11 == 0 ? "" : Column.Of(i % 3 == 0),
        i % 5 == 0 ? "" : DateTimeOffset.UnixEpoch.AddSeconds(i * 7919L).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'.000000Z'", CultureInfo.InvariantCulture),
        "",
        "",
    ];

    private static async Task<ParquetTable> RoundTripAsync(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        using var stream = new MemoryStream();
        Assert.Equal(rows.Count, ParquetWriter.Write(stream, new Table(Columns, rows), _ => { }));
        stream.Position = 0;
        return await ParquetTable.ReadAsync(stream);
    }
}
