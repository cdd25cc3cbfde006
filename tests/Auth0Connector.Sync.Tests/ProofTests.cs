using Auth0Connector.AccessFile.Completeness;
using Auth0Connector.AccessFile.Reading;
using Auth0Connector.MockTenant;
using Auth0Connector.Sync.Settings;

namespace Auth0Connector.Sync.Tests;

/// <summary>What the file says of itself: what was expected of every collection and what came.</summary>
public sealed class ProofTests
{
    private static readonly MockTenantOptions Small = new() { Users = 150, Roles = 7, Organizations = 6, DeletedUsers = 4, UnlistedUsers = 3, EveryoneOrganization = true };

    [Fact]
    public async Task The_proof_in_the_file_is_that_of_the_summary_and_agrees_with_the_rows()
    {
        await using var bench = await SyncBench.StartAsync(Small);

        var summary = await bench.SyncAsync(settings => settings with { Permissions = true });

        using var reader = AccessFileReader.Open(bench.Settings.TargetPath, new AccessFileReaderOptions(), CancellationToken.None);
        var asset = Assert.Single(reader.ReadAssets(reader.CurrentSync!, null, CancellationToken.None));
        Assert.Equal(CompletenessProof.AssetId, asset.Id);
        Assert.Equal("application/json", asset.ContentType);
        Assert.Equal(CompletenessJson.Write(summary.Proof), asset.Data);
        var rows = reader.CountRows(reader.CurrentSync!, CancellationToken.None);
        Assert.Equal(new RowTotals(rows.Resources, rows.Entitlements, rows.Grants), CompletenessJson.Read(asset.Data)!.Rows);
        Assert.Equal(reader.CurrentSync!.SyncId, summary.Proof.SyncId);
        Assert.Equal("127.0.0.1", summary.Proof.Source);
        Assert.Equal(bench.Tenant.Options.ClientId, summary.Proof.ClientId);
        Assert.Equal("true", summary.Proof.Settings["sync-permissions"]);
    }

    [Fact]
    public async Task Every_collection_says_what_was_expected_and_what_came()
    {
        await using var bench = await SyncBench.StartAsync(Small);
        var truth = bench.Tenant.Truth;

        var proof = (await bench.SyncAsync(settings => settings with { Permissions = true })).Proof;

        var users = Line(proof, "users");
        Assert.Equal((truth.ListedUserCount, truth.UserCount, 3, "search+windows"), (users.Expected, users.Rows, users.Repaired, users.Method));
        var roles = Line(proof, "role-users");
        Assert.Equal((7, null, "checkpoint"), (roles.Lists, roles.Expected, roles.Method));
        Assert.Equal(truth.RoleAssignments.Count(), roles.Rows - roles.DroppedUnknownPrincipal);
        var permissions = Line(proof, "role-permissions");
        Assert.Equal((7, truth.RolePermissions.Count(), truth.RolePermissions.Count()), (permissions.Lists, permissions.Expected, permissions.Rows));
        var members = Line(proof, "organization-members");
        Assert.Equal(
            truth.Memberships.Sum(member => 1 + member.RoleIds.Count),
            members.Rows - members.DroppedUnknownPrincipal);
        Assert.All(proof.Collections, line => Assert.True(line.Whole));
        Assert.All(proof.Collections, line => Assert.True(line.Lists == 0 || line.Evidence.Count > 0, line.Collection));
    }

    [Fact]
    public async Task What_every_request_was_for_is_told()
    {
        await using var bench = await SyncBench.StartAsync(Small with { Users = 1_500 });

        var summary = await bench.SyncAsync(settings => settings with { Permissions = true });

        Assert.Equal(bench.Tenant.Requests.Total - 1, summary.Requests);
        Assert.Equal(summary.Requests, summary.Proof.Collections.Sum(line => line.Requests));
    }

    [Fact]
    public async Task The_proof_holds_nobodys_data()
    {
        await using var bench = await SyncBench.StartAsync(Small);

        var proof = (await bench.SyncAsync(settings => settings with { Permissions = true, UserPermissions = true })).Proof;

        var text = System.Text.Encoding.UTF8.GetString(CompletenessJson.Write(proof));
        Assert.All(bench.Tenant.Truth.Users, user => Assert.DoesNotContain($"\"{user.Id}\"", text, StringComparison.Ordinal));
        Assert.DoesNotContain("@", text, StringComparison.Ordinal);
        Assert.DoesNotContain(bench.Tenant.Options.ClientSecret, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_that_came_twice_are_counted_and_stand_once()
    {
        string? first = null;
        await using var bench = await SyncBench.StartAsync(Small with
        {
            DeletedUsers = 0,
            Script = request => request.Endpoint == "GET /roles"
                ? MockFault.ChangedBody(body => first ??= body.Replace("\"roles\":[", "\"roles\":[{\"id\":\"rol_twice\",\"name\":\"A\"},{\"id\":\"rol_twice\",\"name\":\"B\"},", StringComparison.Ordinal))
                : request.Path.Contains("rol_twice", StringComparison.Ordinal) ? MockFault.Json("""{"users":[]}""") : null,
        });

        var summary = await bench.SyncAsync();

        var roles = Line(summary.Proof, "roles");
        Assert.Equal((1, 8), (roles.Duplicates, roles.Rows));
        Assert.Equal("B", bench.Read().Resources.Single(role => role.Id.Resource == "rol_twice").DisplayName);
    }

    [Fact]
    public async Task A_listing_that_stays_short_of_its_total_fails_the_sync()
    {
        await using var bench = await SyncBench.StartAsync(Small with
        {
            Script = request => request.Endpoint == "GET /roles/{id}/permissions"
                ? MockFault.Json("""{"start":0,"limit":100,"total":3,"permissions":[{"resource_server_identifier":"urn:a","permission_name":"b"}]}""")
                : null,
        });

        var failure = await Assert.ThrowsAsync<SyncException>(() => bench.SyncAsync(settings => settings with { Permissions = true }));

        Assert.Equal(SyncErrorKind.Incomplete, failure.Kind);
        Assert.Contains("/roles/{id}/permissions", failure.Message);
        Assert.Contains("fewer than the tenant states (3)", failure.Message);
        Assert.False(File.Exists(bench.Settings.TargetPath));
    }

    [Fact]
    public async Task A_listing_that_shrank_while_it_was_read_is_read_again_and_is_whole()
    {
        var answers = 0;
        await using var bench = await SyncBench.StartAsync(Small with
        {
            Roles = 101,
            Script = request => request.Endpoint == "GET /roles" && Interlocked.Increment(ref answers) == 2
                ? MockFault.Json("""{"start":100,"limit":100,"total":100,"roles":[]}""")
                : null,
        });

        var summary = await bench.SyncAsync();

        Assert.Equal(6, bench.Tenant.Requests.CountOf("GET /roles"));
        Truths.Equal(bench.Tenant.Truth.Roles.Select(role => role.Id), bench.Read().IdsOf("role"), "roles");
        Assert.Equal(["two readings"], Line(summary.Proof, "roles").Evidence.Keys);
    }

    private static CollectionProof Line(CompletenessProof proof, string name) => proof.Collections.Single(line => line.Collection == name);
}
