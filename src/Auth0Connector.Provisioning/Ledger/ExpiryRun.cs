using Auth0Connector.Provisioning.Access;

namespace Auth0Connector.Provisioning.Ledger;

/// <summary>Takes back what has run out.</summary>
public sealed class ExpiryRun(AccessChanger changer, AccessLedger ledger, TimeProvider clock)
{
    /// <summary>Takes back everything whose time is over; what could not be taken back stays in the ledger for the next run.</summary>
    public async IAsyncEnumerable<ChangeResult> RunAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        foreach (var entry in ledger.Entries.Where(entry => entry.Until <= now).ToList())
        {
            ledger.Revoking(entry);
            var result = await changer.ApplyAsync(entry.Grant with { IsGrant = false }, cancellationToken);
            if (result.IsSo)
            {
                ledger.Revoked(entry);
            }
            else
            {
                ledger.Stuck(entry, result.Why ?? "not seen yet");
            }

            yield return result;
        }
    }
}
