using Auth0Connector.Provisioning.Access;
using Auth0Connector.Provisioning.Journal;

namespace Auth0Connector.Provisioning.Ledger;

/// <summary>Grants access until a time. What somebody held before, without an end, gets none.</summary>
public sealed class TimedGrant(AccessChanger changer, AccessLedger ledger, ChangeNote? note = null)
{
    /// <summary>Grants; the second value says whether an end is in the ledger now.</summary>
    public async Task<(ChangeResult Result, bool Ends)> ApplyAsync(AccessChange grant, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var known = ledger.Find(grant);
        if (known is null && await changer.IsSoAsync(grant, cancellationToken))
        {
            return (new ChangeResult(grant, ChangeOutcome.AlreadySo), false);
        }

        // Before the request: a crash after it must not leave access without an end.
        var entry = ledger.Granting(grant, until, note ?? ChangeNote.None);
        var result = await changer.ApplyAsync(grant, cancellationToken);
        if (result.Outcome == ChangeOutcome.Failed)
        {
            ledger.Failed(entry, result.Why);
            return (result, false);
        }

        ledger.Granted(entry);
        return (result, true);
    }
}
