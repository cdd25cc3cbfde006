using Auth0Connector.Cli.Tests.Support;

namespace Auth0Connector.Cli.Tests.Looking;

public sealed class ParquetCommandTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public ParquetCommandTests() => new SampleTenant().Write(_workspace.PathOf("sync.c1z"));

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task It_has_the_columns_of_the_csv_and_the_times_of_people()
    {
        var result = await _workspace.RunAsync("export", "parquet");

        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith("Wrote sync.parquet, ", result.Out, StringComparison.Ordinal);
        await using var file = File.OpenRead(_workspace.PathOf("sync.parquet"));
        var table = await ParquetTable.ReadAsync(file);
        Assert.Equal(
            [
                "type", "last_name", "first_name", "user_id", "user_status", "email_address", "entitlement_display_name", "entitlement",
                "resource_type", "resource_name", "entitlement_description", "entitlement_slug", "last_login", "created_at",
            ],
            table.Columns.Select(column => column.Name));
        Assert.Equal(4 + 9 + 5, table.Rows.Count);
        Assert.Contains(
            table.Rows,
            row => row is ["Identity", "Lovelace", "Ada", "auth0|ada", "Enabled", "ada@example.com", null, null, null, null, null, null, "2026-09-21T14:13:20.000000Z", null]);
        Assert.Contains(
            table.Rows,
            row => row is ["Entitlement", null, null, null, null, null, "Admin assigned", "role:rol_admin:assigned", "role", "Admin", "assigned of Admin", "assigned", null, null]);
    }

    [Fact]
    public async Task Flat_goes_to_standard_output_and_says_the_same_as_the_csv()
    {
        Assert.Equal(0, (await _workspace.RunAsync("export", "parquet", "--flat", "--out", "-")).ExitCode);
        Assert.Equal(0, (await _workspace.RunAsync("export", "csv", "--flat")).ExitCode);

        using var bytes = new MemoryStream(_workspace.Bytes.ToArray());
        var table = await ParquetTable.ReadAsync(bytes);
        var lines = await File.ReadAllLinesAsync(_workspace.PathOf("sync.csv"));
        Assert.Equal(typeof(bool), table.Columns.Single(column => column.Name == "direct").Type);
        Assert.Equal(typeof(DateTime), table.Columns.Single(column => column.Name == "user_last_login").Type);
        Assert.Equal(lines[0].Split(','), table.Columns.Select(column => column.Name));
        Assert.Equal(
            lines[1..],
            table.Rows.Select(row => string.Join(',', row.Select(cell => cell?.Replace(".000000Z", "Z", StringComparison.Ordinal) ?? string.Empty))));
    }
}
