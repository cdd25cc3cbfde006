using System.Globalization;
using Auth0Connector.AccessFile.Completeness;
using Auth0Connector.AccessFile.Expansion;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.Sync.Reporting;
using Auth0Connector.Sync.Settings;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Sync.Engine;

/// <summary>Writes inherited grants out, as far as <c>--expand</c> asks for.</summary>
internal static class SyncExpansion
{
    private const string EstimateKey = "expansion-estimate";

    /// <summary>What came of it; <see langword="null"/> where nothing was to be written out.</summary>
    public static ExpansionProof? Run(StagingFile file, ExpandMode mode, ISyncReporter reporter, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (mode == ExpandMode.None)
        {
            return null;
        }

        reporter.Finishing("expanding");
        var options = new ExpansionOptions { TimeProvider = clock };
        if (mode == ExpandMode.Membership)
        {
            options = options with { IncludesTargetType = IsMembership };
        }

        var most = Estimate(file, options, cancellationToken);
        if (mode == ExpandMode.All)
        {
            // Every scope of a role for everybody in it: what that comes to is said before it is written.
            reporter.Announced(string.Create(CultureInfo.InvariantCulture, $"writing out what people inherit adds at most {most:N0} grants"));
        }

        var report = file.Expand(options, cancellationToken);
        return new ExpansionProof
        {
            Mode = mode == ExpandMode.All ? "all" : "membership",
            Added = report.NewGrants,
            Updated = report.UpdatedGrants,
            Estimated = most,
            Cycles = report.Cycles,
            UnknownLinks = report.UnknownEdges.Count,
            LinksBeyondDepth = report.EdgesBeyondDepth.Count,
        };
    }

    // Kept before the first row is written: a run that goes on in the middle would count its own rows.
    private static long Estimate(StagingFile file, ExpansionOptions options, CancellationToken cancellationToken)
    {
        if (file.Recall(EstimateKey) is { } known)
        {
            return KeptText.Number(known);
        }

        var most = file.EstimateExpansion(options, cancellationToken);
        file.Remember(EstimateKey, most.ToString(CultureInfo.InvariantCulture));
        return most;
    }

    // A role's scopes for everybody in it are what makes a file grow; who holds which role is not.
    private static bool IsMembership(string targetTypeId) => targetTypeId != ResourceTypeIds.Scope;
}
