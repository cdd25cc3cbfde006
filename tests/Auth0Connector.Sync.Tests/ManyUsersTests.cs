using Auth0Connector.MockTenant;
using Auth0Connector.Sync.Settings;

namespace Auth0Connector.Sync.Tests;

public sealed class ManyUsersTests
{
    private static readonly MockTenantOptions Many = new()
    {
        Users = 6_000,
        BulkImport = 2_500,
        Roles = 4,
        Organizations = 3,
        Groups = 0,
    };

    [Theory]
    [InlineData(UsersVia.Auto)]
    [InlineData(UsersVia.Export)]
    [InlineData(UsersVia.Search)]
    public async Task Everybody_is_in_the_file_however_users_are_listed(UsersVia via)
    {
        await using var bench = await SyncBench.StartAsync(Many);

        await bench.SyncAsync(settings => settings with { UsersVia = via });

        Truths.Whole(bench);
        Assert.Equal(via == UsersVia.Search ? 0 : 1, bench.Tenant.Requests.CountOf("POST /jobs/users-exports"));
    }

    [Fact]
    public async Task A_tenant_that_refuses_to_export_is_read_by_windows()
    {
        await using var bench = await SyncBench.StartAsync(Many with { ExportJobs = false });

        await bench.SyncAsync();

        Truths.Whole(bench);
    }

    [Fact]
    public async Task An_export_job_that_fails_is_replaced_by_windows()
    {
        await using var bench = await SyncBench.StartAsync(Many with { FailingExportJobs = 1 });

        await bench.SyncAsync();

        Truths.Whole(bench);
    }

    [Theory]
    [InlineData(UsersVia.Auto)]
    [InlineData(UsersVia.Search)]
    public async Task Faulty_answers_and_short_tokens_lose_nobody(UsersVia via)
    {
        await using var bench = await SyncBench.StartAsync(Many with { FaultRate = 0.1, TokenLifetime = TimeSpan.FromSeconds(3) });

        await bench.SyncAsync(settings => settings with { UsersVia = via });

        Truths.Whole(bench);
    }

    [Fact]
    public async Task Up_to_a_thousand_users_no_export_is_asked_for()
    {
        await using var bench = await SyncBench.StartAsync(new MockTenantOptions { Users = 1_000, Organizations = 2, Roles = 3 });

        await bench.SyncAsync();

        Truths.Whole(bench);
        Assert.Equal(0, bench.Tenant.Requests.CountOf("POST /jobs/users-exports"));
    }
}
