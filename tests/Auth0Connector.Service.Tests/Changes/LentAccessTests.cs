using System.Text.Json;
using Auth0Connector.Provisioning.Ledger;
using Grpc.Core;
using Microsoft.Extensions.Time.Testing;

namespace Auth0Connector.Service.Tests.Changes;

public sealed class LentAccessTests : IDisposable
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly TempFolder _folder = new();
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UtcNow) { AutoAdvanceAmount = TimeSpan.Zero };

    public static TheoryData<string> Kinds => AskedCases.All;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_is_granted_for_a_time_is_taken_back_when_it_is_over(string kind)
    {
        await using var tenant = await WithLedgerAsync();
        var asked = AskedCases.Of(tenant.Truth, kind);
        Assert.True((await tenant.GrantAsync(asked, Day)).Succeeded);
        Assert.Equal(_clock.GetUtcNow() + Day, Assert.Single(tenant.Tools.Ledger!.Entries).Until);

        Assert.Empty(await tenant.Tasks.TakeBackEndedAsync(default));
        Assert.True(asked.IsHeld(tenant.Truth));
        _clock.Advance(Day);

        Assert.True(Assert.Single(await tenant.Tasks.TakeBackEndedAsync(default)).IsSo);
        Assert.False(asked.IsHeld(tenant.Truth));
        Assert.Empty(tenant.Tools.Ledger.Entries);
    }

    [Fact]
    public async Task A_grant_without_a_duration_takes_no_end_away_and_a_revoke_does()
    {
        await using var tenant = await WithLedgerAsync();
        var asked = AskedCases.Of(tenant.Truth, AskedCases.Role);
        await tenant.GrantAsync(asked, Day);

        Assert.True((await tenant.GrantAsync(asked)).Succeeded);
        Assert.Single(tenant.Tools.Ledger!.Entries);
        Assert.True((await tenant.GrantAsync(asked, 2 * Day)).Succeeded);
        Assert.Equal(_clock.GetUtcNow() + (2 * Day), Assert.Single(tenant.Tools.Ledger.Entries).Until);
        Assert.True((await tenant.RevokeAsync(asked)).Succeeded);
        Assert.Empty(tenant.Tools.Ledger.Entries);
    }

    [Fact]
    public async Task What_was_held_without_an_end_gets_none()
    {
        await using var tenant = await WithLedgerAsync();
        var asked = AskedCases.Of(tenant.Truth, AskedCases.Role);
        await tenant.GrantAsync(asked);

        Assert.Single((await tenant.GrantAsync(asked, Day)).Annotations);
        Assert.Empty(tenant.Tools.Ledger!.Entries);
    }

    [Fact]
    public async Task A_grant_that_was_refused_leaves_no_end()
    {
        await using var tenant = await WithLedgerAsync();

        Assert.Equal(StatusCode.NotFound, (await tenant.GrantAsync(AskedCases.Nobody(AskedCases.Of(tenant.Truth, AskedCases.Role)), Day)).Code);
        Assert.Empty(tenant.Tools.Ledger!.Entries);
    }

    [Fact]
    public async Task Twenty_changes_and_the_ends_of_others_run_side_by_side()
    {
        await using var tenant = await WithLedgerAsync();
        var asked = AskedCases.Of(tenant.Truth, AskedCases.Role);
        var people = tenant.Truth.Users.Select(x => x.Id).Where(id => !(asked with { PrincipalId = id }).IsHeld(tenant.Truth)).Take(20).Select(id => asked with { PrincipalId = id }).ToList();
        Assert.All(await Task.WhenAll(people.Select(one => tenant.GrantAsync(one, Day))), static outcome => Assert.True(outcome.Succeeded, outcome.Message));
        _clock.Advance(Day);

        var ends = Task.WhenAll(tenant.Tasks.TakeBackEndedAsync(default), tenant.Tasks.TakeBackEndedAsync(default));
        var again = await Task.WhenAll(people.Select(one => tenant.GrantAsync(one, Day)));
        var taken = await ends;

        Assert.All(again, static outcome => Assert.True(outcome.Succeeded, outcome.Message));
        Assert.InRange(taken.Sum(static one => one.Count), 0, 20);
        Assert.Equal(20, tenant.Tools.Ledger!.Entries.Count);
        Assert.All(people, one => Assert.True(one.IsHeld(tenant.Truth)));
    }

    [Fact]
    public async Task Without_a_ledger_access_is_for_good_and_that_is_said_once()
    {
        await using var tenant = await ChangingTenant.StartAsync();
        foreach (var kind in AskedCases.Kinds)
        {
            Assert.True((await tenant.GrantAsync(AskedCases.Of(tenant.Truth, kind), Day)).Succeeded);
        }

        Assert.Single(tenant.Log.Lines, static line => line.Text.Contains("--ledger", StringComparison.Ordinal));
        Assert.Empty(await tenant.Tasks.TakeBackEndedAsync(default));
    }

    [Fact]
    public async Task Where_nothing_may_be_changed_nothing_is_taken_back()
    {
        await using (var tenant = await WithLedgerAsync())
        {
            await tenant.GrantAsync(AskedCases.Of(tenant.Truth, AskedCases.Role), Day);
        }

        _clock.Advance(Day);
        await using var other = await ChangingTenant.StartAsync(tools: tools => tools with { Ledger = Ledger(), Clock = _clock, IsProvisioning = false });

        Assert.Empty(await other.Tasks.TakeBackEndedAsync(default));
        Assert.Single(other.Tools.Ledger!.Entries);
        Assert.Equal(0, other.Server.Requests.Total);
    }

    [Fact]
    public async Task Every_change_is_in_the_journal_with_the_id_of_its_task()
    {
        var path = _folder.File("changes.jsonl");
        await using (var tenant = await ChangingTenant.StartAsync(journal: path))
        {
            var asked = AskedCases.Of(tenant.Truth, AskedCases.Role);
            await tenant.GrantAsync(asked);
            await tenant.RevokeAsync(asked);
            await tenant.RunAsync(ActionTaskTests.Invocation("end_sessions", Google.Protobuf.WellKnownTypes.Value.ForString(asked.PrincipalId)));
            await tenant.RunAsync(new Protocol.Task { DeleteResource = new() { ResourceId = asked.Principal.Id } });
        }

        var lines = (await File.ReadAllLinesAsync(path)).Select(static line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(
            ["grant asked", "grant done", "revoke asked", "revoke done", "end sessions asked", "end sessions done", "delete asked", "delete done"],
            lines.Select(static line => $"{line.GetProperty("action").GetString()} {line.GetProperty("outcome").GetString()}"));
        Assert.All(lines, static line => Assert.Equal(ChangingTenant.TaskId, line.GetProperty("ticket").GetString()));
    }

    private AccessLedger Ledger() => AccessLedger.Open(_folder.File("ledger.jsonl"), _clock);

    private Task<ChangingTenant> WithLedgerAsync() => ChangingTenant.StartAsync(tools: tools => tools with { Ledger = Ledger(), Clock = _clock });
}
