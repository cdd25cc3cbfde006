using System.Globalization;
using Auth0Connector.Cli.Tests.Support;
using Microsoft.Data.Sqlite;

namespace Auth0Connector.Cli.Tests.Looking;

public sealed class RelationalExportTests : IDisposable
{
    private static readonly string[][] Answers =
    [
        [
            "Ada Lovelace|ada@example.com|group|Finance|member",
            "Ada Lovelace|ada@example.com|group|Staff|member",
            "Ada Lovelace|ada@example.com|role|Accountant|assigned",
            "Ada Lovelace|ada@example.com|scope|Billing/read:invoices|granted",
            "Bob|bob@example.com|group|Staff|member",
            "Bob|bob@example.com|role|Accountant|assigned",
            "Bob|bob@example.com|scope|Billing/read:invoices|granted",
            "Carol|carol@example.com|organization|acme|member",
            "Carol|carol@example.com|organization|acme|rol_admin",
        ],
        ["Ada Lovelace|ada@example.com|0", "Bob|bob@example.com|0"],
        ["Carol|2"],
        ["Admin"],
        ["Ada Lovelace|4|3", "Bob|3|1", "Carol|2|0"],
    ];

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_questions_of_the_documentation_have_their_answers(bool isExpanded)
    {
        await ExportAsync(new SampleTenant(), isExpanded);
        var text = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "approved/docs/relational-schema.md"));
        var queries = text.Split("```sql\n").Skip(1).Select(part => part[..part.IndexOf("```", StringComparison.Ordinal)]).ToList();

        Assert.Equal(5, queries.Count);
        for (var i = 0; i < queries.Count; i++)
        {
            Assert.Equal(Answers[i], Ask(queries[i]));
        }
    }

    [Fact]
    public async Task A_circle_of_groups_and_a_shallow_passage_are_followed_as_the_expansion_does()
    {
        await ExportAsync(
            new SampleTenant()
                .Grant("group:grp_finance:member", "group", "grp_staff", passesOn: "group:grp_staff:member")
                .Grant("scope:https://billing/:write:invoices:granted", "role", "rol_accountant", passesOn: "role:rol_accountant:assigned", isShallow: true),
            isExpanded: false);

        Assert.Equal(["Ada Lovelace|1", "Bob|0"], Ask("select user_name, direct from effective_access where resource_id = 'grp_finance' order by 1"));
        Assert.Equal(["Bob"], Ask("select user_name from effective_access where resource_name = 'Billing/write:invoices'"));
    }

    [Fact]
    public async Task The_documentation_names_every_table_and_view()
    {
        await ExportAsync(new SampleTenant(), isExpanded: false);
        var text = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "approved/docs/relational-schema.md"));

        Assert.All(Ask("select name from sqlite_master where type in ('table', 'view')"), name => Assert.Contains($"`{name}`", text, StringComparison.Ordinal));
        Assert.Equal(["ok"], Ask("pragma integrity_check"));
    }

    private async Task ExportAsync(SampleTenant tenant, bool isExpanded)
    {
        tenant.Write(_workspace.PathOf("sync.c1z"), isExpanded);
        Assert.Equal(0, (await _workspace.RunAsync("export", "sqlite")).ExitCode);
    }

    private List<string> Ask(string query)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = _workspace.PathOf("sync.sqlite"), Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = query;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))));
        }

        return rows;
    }
}
