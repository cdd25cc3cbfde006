using System.Text.RegularExpressions;
using Auth0Connector.Cli.Tests.Support;

namespace Auth0Connector.Cli.Tests.Looking;

/// <summary>Every table at the width of a small and of a large terminal.</summary>
public sealed partial class TableSnapshotTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public static TheoryData<string, int, string[]> Tables
    {
        get
        {
            (string Name, string[] Arguments)[] tables =
            [
                ("resource-types", ["resource-types"]),
                ("resources", ["resources"]),
                ("resources-all", ["resources", "-t", "user", "--columns", "all"]),
                ("entitlements", ["entitlements"]),
                ("grants", ["grants"]),
                ("principals", ["principals"]),
                ("access", ["access", "--user", "ada@example.com"]),
                ("access-list", ["access", "--user", "ada@example.com", "--sort", "resource"]),
                ("who", ["who", "--permission", "Billing/read:invoices"]),
                ("explain", ["explain", "--user", "Bob", "--permission", "Billing/read:invoices"]),
                ("syncs", ["syncs"]),
                ("stats", ["stats"]),
                ("diff", ["diff", "sync.c1z", "later.c1z"]),
                ("compare", ["principals", "compare", "-e", "role:rol_accountant:assigned", "--compare-file", "later.c1z", "--compare-entitlement", "group:grp_finance:member"]),
            ];
            var rows = new TheoryData<string, int, string[]>();
            foreach (var (name, arguments) in tables)
            {
                rows.Add(name, 80, arguments);
                rows.Add(name, 140, arguments);
            }

            return rows;
        }
    }

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task A_table_is_as_approved_and_fits(string name, int width, string[] arguments)
    {
        new SampleTenant().Write(_workspace.PathOf("sync.c1z"), isExpanded: true);
        new SampleTenant()
            .Without("auth0|carol")
            .Person("auth0|bob", "Robert", "bob@example.com", isBlocked: true)
            .Person("auth0|eve", "Eve \u001b[31m with a name that is very much longer than any table has room for", "eve@example.com")
            .Grant("role:rol_accountant:assigned", "user", "auth0|eve")
            .Write(_workspace.PathOf("later.c1z"), isExpanded: true);
        _workspace.Width = width;

        var result = await _workspace.RunAsync(arguments);

        Assert.Equal(0, result.ExitCode);
        Assert.Empty(result.Error);
        Assert.DoesNotContain("\u001b", result.Out, StringComparison.Ordinal);
        if (name != "explain")
        {
            Assert.All(result.Out.Split('\n'), line => Assert.True(line.Length <= width, line));
        }

        Approved.Check($"tests/Auth0Connector.Cli.Tests/Looking/{name}.{width}.txt", Stable(result.Out));
    }

    /// <summary>Ids and times of the sync are new in each run.</summary>
    private static string Stable(string text) => Time().Replace(Ksuid().Replace(text, id => new string('K', id.Length)), "2026-01-02 03:04:05");

    [GeneratedRegex(@"\b3[0-9A-Za-z]{12,26}(?=…|\b)")]
    private static partial Regex Ksuid();

    [GeneratedRegex(@"\b20\d\d-\d\d-\d\d \d\d:\d\d:\d\d\b")]
    private static partial Regex Time();
}
