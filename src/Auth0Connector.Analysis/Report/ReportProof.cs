using System.Globalization;
using Auth0Connector.AccessFile.Completeness;
using Auth0Connector.AccessFile.Schema;
using Auth0Connector.Analysis.Listing;

namespace Auth0Connector.Analysis.Report;

/// <summary>What the file itself proves of its completeness.</summary>
/// <param name="State"><c>complete</c>, <c>partial</c>, <c>incomplete</c>, <c>changed</c> or <c>absent</c>.</param>
/// <param name="Words">The same in a sentence.</param>
/// <param name="Proof">The proof, or null where there is none.</param>
public sealed record ReportProof(string State, string Words, CompletenessProof? Proof)
{
    /// <summary>Reads it, and compares it with the rows.</summary>
    public static ReportProof Read(AccessList list, CancellationToken cancellationToken)
    {
        var asset = list.Reader.ReadAssets(list.Sync, CompletenessProof.AssetId, cancellationToken).FirstOrDefault();
        if (asset is null || CompletenessJson.Read(asset.Data) is not { } proof)
        {
            return new ReportProof("absent", "Whoever wrote the file left no proof that everything was read.", Proof: null);
        }

        var rows = list.Reader.CountRows(list.Sync, cancellationToken);
        if (proof.Rows != new RowTotals(rows.Resources, rows.Entitlements, rows.Grants))
        {
            return new ReportProof("changed", "The file does not hold the rows that were proven.", proof);
        }

        var whole = proof.Collections.Count(collection => collection.Whole);
        var words = string.Create(CultureInfo.InvariantCulture, $"{whole:N0} of {proof.Collections.Count:N0} collections were read to their end and compared");
        words += proof.Skipped.Count == 0 ? "." : string.Create(CultureInfo.InvariantCulture, $"; {proof.Skipped.Count:N0} left out, as announced.");
        return (list.Sync.SyncType == SyncTypes.Partial, proof.Complete) switch
        {
            (true, true) => new ReportProof("partial", "Only single resources were read, not the tenant: " + words, proof),
            (_, var isComplete) => new ReportProof(isComplete ? "complete" : "incomplete", words, proof),
        };
    }
}
