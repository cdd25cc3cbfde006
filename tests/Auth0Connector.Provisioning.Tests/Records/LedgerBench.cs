using Auth0Connector.Provisioning.Access;
using Auth0Connector.Provisioning.Journal;
using Auth0Connector.Provisioning.Ledger;
using Microsoft.Extensions.Time.Testing;

namespace Auth0Connector.Provisioning.Tests.Records;

/// <summary>A ledger with five grants that have run out, some of whose lines are to be damaged.</summary>
internal sealed class LedgerBench : IDisposable
{
    private readonly TempFolder _folder = new();

    public LedgerBench()
    {
        using (var ledger = AccessLedger.Open(File, Clock))
        {
            for (var i = 1; i <= 5; i++)
            {
                var target = i % 2 == 0 ? new AccessTarget.TenantRole($"rol_{i}") : (AccessTarget)new AccessTarget.OrganizationRole($"org_{i}", $"rol_{i}");
                var entry = ledger.Granting(new AccessChange(true, PrincipalType.User, $"auth0|{i}", target), Clock.GetUtcNow().AddHours(i), new ChangeNote("why", $"T-{i}"));
                ledger.Granted(entry);
            }

            var taken = ledger.Entries[4];
            ledger.Revoking(taken);
            ledger.Revoked(taken);
            Lent = ledger.Entries;
        }

        Bytes = System.IO.File.ReadAllBytes(File);
        Lines = System.IO.File.ReadAllLines(File);
        Clock.Advance(TimeSpan.FromDays(1));
    }

    public FakeTimeProvider Clock { get; } = new(DateTimeOffset.UnixEpoch.AddYears(56));

    public string File => _folder.File("ledger.jsonl");

    /// <summary>What is lent by the undamaged file.</summary>
    public IReadOnlyList<TimedAccess> Lent { get; }

    public byte[] Bytes { get; }

    public IReadOnlyList<string> Lines { get; }

    public void Dispose() => _folder.Dispose();
}
