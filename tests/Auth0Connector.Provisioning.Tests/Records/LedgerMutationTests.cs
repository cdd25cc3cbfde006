using Auth0Connector.Provisioning.Ledger;

namespace Auth0Connector.Provisioning.Tests.Records;

/// <summary>Whatever becomes of a ledger's bytes, no end is lost in silence and nothing fails in another way than is documented.</summary>
public sealed class LedgerMutationTests : IDisposable
{
    private readonly LedgerBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Of_five_thousand_damaged_ledgers_none_loses_an_end_in_silence()
    {
        var damaged = 0;
        for (var seed = 0; seed < 5000; seed++)
        {
            var bytes = FileMutation.Of(_bench.Bytes, new Random(seed));
            File.WriteAllBytes(_bench.File, bytes);
            try
            {
                using var ledger = AccessLedger.OpenToRead(_bench.File, _bench.Clock);
                damaged += ledger.Damage.Count > 0 ? 1 : 0;
                var lent = ledger.Entries.Select(x => (x.Grant, x.Until)).ToHashSet();
                var missing = _bench.Lent.Where(x => !lent.Contains((x.Grant, x.Until))).ToList();
                Assert.True(missing.Count == 0 || ledger.Damage.Count > 0 || IsCut(bytes), $"seed {seed}: {missing.Count} ends are lost in silence");
            }
            catch (ProvisioningException refused)
            {
                Assert.Equal(ProvisioningErrorKind.File, refused.Kind);
                damaged++;
            }
        }

        Assert.True(damaged > 4000, $"{damaged} mutants were seen to be damaged");
    }

    // What is missing at the end of a file, nobody can see in it.
    private bool IsCut(byte[] bytes) => bytes.Length < _bench.Bytes.Length;
}
