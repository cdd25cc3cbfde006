using System.Text.Json;
using Auth0Connector.MockTenant;
using Auth0Connector.Provisioning.Access;
using Auth0Connector.Provisioning.Accounts;
using Auth0Connector.Provisioning.Batch;
using Auth0Connector.Provisioning.Journal;
using Auth0Connector.Provisioning.Ledger;
using Auth0Connector.Provisioning.Lookups;
using Auth0Connector.Tables.Decisions;
using Microsoft.Extensions.Time.Testing;

namespace Auth0Connector.Provisioning.Tests;

/// <summary>15 % of all answers are faults, after a quarter of which a write was done: what is said must still be what is true.</summary>
public sealed class FaultyTenantTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public static TheoryData<int> Seeds => [21, 22, 23];

    private string Journal => _folder.File("changes.jsonl");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Every_kind_of_access_is_given_and_taken_and_nothing_else_is_touched(int seed)
    {
        await using (var tenant = await FaultyAsync(seed))
        {
            foreach (var grant in ChangeKinds.Of(tenant).ToList())
            {
                var before = TruthSnapshot.Of(tenant.Truth);

                Assert.Equal((ChangeOutcome.Done, null), Said(await tenant.Changer.ApplyAsync(grant, default)));
                Assert.True(ChangeKinds.Holds(tenant.Truth, grant), grant.Describe());
                var given = TruthSnapshot.Of(tenant.Truth);
                Assert.Single(given.Except(before));
                Assert.Empty(before.Except(given));
                Assert.Equal((ChangeOutcome.AlreadySo, null), Said(await tenant.Changer.ApplyAsync(grant, default)));

                Assert.Equal((ChangeOutcome.Done, null), Said(await tenant.Changer.ApplyAsync(grant with { IsGrant = false }, default)));
                Assert.True(before.SetEquals(TruthSnapshot.Of(tenant.Truth)), grant.Describe());
                Assert.Equal((ChangeOutcome.AlreadySo, null), Said(await tenant.Changer.ApplyAsync(grant with { IsGrant = false }, default)));
            }

            Assert.True(tenant.Server.Requests.Faults > 5, $"{tenant.Server.Requests.Faults} faults");
        }

        // 7 kinds, given and taken: asked, done and already so of each.
        var outcomes = (await File.ReadAllLinesAsync(Journal)).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("outcome").GetString()).ToList();
        Assert.Equal(Enumerable.Repeat<string?[]>(["asked", "done", "already so"], 14).SelectMany(x => x), outcomes);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Accounts_are_blocked_with_their_sessions_ended_freed_and_deleted(int seed)
    {
        await using var tenant = await FaultyAsync(seed);
        var changer = new AccountChanger(tenant.Client, tenant.Journal);
        var users = new UserLookup(tenant.Client);
        var people = tenant.Truth.Users.Where(x => !x.Blocked).Take(8).Select(x => x.Id).ToList();
        var before = TruthSnapshot.Of(tenant.Truth);
        foreach (var id in people)
        {
            Assert.Equal(ChangeOutcome.Done, await changer.SetBlockedAsync(await users.FindAsync(id, default), blocked: true, default));
            await changer.EndSessionsAsync(id, default);
            Assert.Equal(ChangeOutcome.AlreadySo, await changer.SetBlockedAsync(await users.FindAsync(id, default), blocked: true, default));
        }

        Assert.Equal(people.Select(id => (object)(id, true)).ToHashSet(), TruthSnapshot.Of(tenant.Truth).Except(before).ToHashSet());
        Assert.Equal(people.Order(), tenant.Truth.EndedAccess.Select(x => x.UserId).Distinct().Order());

        foreach (var id in people)
        {
            Assert.Equal(ChangeOutcome.Done, await changer.SetBlockedAsync(await users.FindAsync(id, default), blocked: false, default));
        }

        Assert.True(before.SetEquals(TruthSnapshot.Of(tenant.Truth)));
        var others = tenant.Truth.Users.Select(x => x.Id).Except(people).ToList();
        foreach (var id in people)
        {
            Assert.Equal(ChangeOutcome.Done, await changer.DeleteAsync(id, default));
        }

        Assert.Equal(others, tenant.Truth.Users.Select(x => x.Id));
        Assert.True(tenant.Server.Requests.Faults > 5, $"{tenant.Server.Requests.Faults} faults");
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task A_sheet_of_roles_memberships_and_roles_inside_takes_exactly_its_lines(int seed)
    {
        await using var tenant = await FaultyAsync(seed);
        var before = TruthSnapshot.Of(tenant.Truth);
        var roles = tenant.Truth.RoleAssignments.Skip(40).Take(5).ToList();
        var inside = tenant.Truth.Memberships.Where(x => x.RoleIds.Count > 0).Take(4).ToList();
        var organization = tenant.Truth.Memberships.Last().OrganizationId;
        var leaving = tenant.Truth.Memberships.Where(x => x.OrganizationId == organization && !inside.Contains(x)).Take(13).ToList();
        var sheet = DecisionSheet.Parse("user,role,organization\n"
            + string.Concat(roles.Select(x => $"{Quoted(x.UserId)},{x.RoleId},\n"))
            + string.Concat(inside.Select(x => $"{Quoted(x.UserId)},{x.RoleIds[0]},{x.OrganizationId}\n"))
            + string.Concat(leaving.Select(x => $"{Quoted(x.UserId)},,{organization}\n")));
        var asked = tenant.Server.Requests.CountOf("DELETE /organizations/{id}/members");

        var results = await TakeAsync(tenant, sheet);

        Assert.Equal(Enumerable.Range(2, 22), results.Select(x => x.Line).Order());
        Assert.All(results, x => Assert.Equal(("done", null), (x.Outcome, x.Why)));
        var gone = new HashSet<object>(roles);
        gone.UnionWith(inside.Select(x => (object)(x.OrganizationId, x.UserId, x.RoleIds[0])));
        gone.UnionWith(leaving.Select(x => (object)(x.OrganizationId, x.UserId)));
        gone.UnionWith(leaving.SelectMany(x => x.RoleIds.Select(role => (object)(x.OrganizationId, x.UserId, role))));
        Assert.True(gone.SetEquals(before.Except(TruthSnapshot.Of(tenant.Truth))));

        // Ten and three a request, and nothing the second time.
        Assert.True(tenant.Server.Requests.CountOf("DELETE /organizations/{id}/members") - asked >= 2);
        var writes = tenant.Writes;
        Assert.All(await TakeAsync(tenant, sheet), x => Assert.Equal("done", x.Outcome));
        Assert.Equal(writes, tenant.Writes);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Time_bound_access_of_every_kind_ends_once(int seed)
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(56));
        await using var tenant = await FaultyAsync(seed);
        var before = TruthSnapshot.Of(tenant.Truth);
        using var ledger = AccessLedger.Open(_folder.File("ledger.jsonl"), clock);
        var grants = ChangeKinds.Of(tenant).ToList();
        foreach (var grant in grants)
        {
            Assert.True((await new TimedGrant(tenant.Changer, ledger).ApplyAsync(grant, clock.GetUtcNow() + TimeSpan.FromHours(1), default)).Ends);
        }

        clock.Advance(TimeSpan.FromHours(2));
        var ended = await new ExpiryRun(tenant.Changer, ledger, clock).RunAsync(default).ToListAsync();

        Assert.Equal(grants.Count, ended.Count);
        Assert.All(ended, x => Assert.Equal((ChangeOutcome.Done, null), Said(x)));
        Assert.True(before.SetEquals(TruthSnapshot.Of(tenant.Truth)));
        Assert.Empty(await new ExpiryRun(tenant.Changer, ledger, clock).RunAsync(default).ToListAsync());
    }

    private Task<WritableTenant> FaultyAsync(int seed) => WritableTenant.StartAsync(new MockTenantOptions { FaultRate = 0.15, Seed = seed }, Journal);

    private async Task<List<LineResult>> TakeAsync(WritableTenant tenant, DecisionSheet sheet)
    {
        using var progress = BatchProgress.Open(_folder.File("sheet.progress"), sheet);
        return await new RevokeBatch(tenant.Lookup, tenant.Changer, progress).RunAsync(sheet, default).ToListAsync();
    }

    private static (ChangeOutcome, string?) Said(ChangeResult result) => (result.Outcome, result.Why);

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
