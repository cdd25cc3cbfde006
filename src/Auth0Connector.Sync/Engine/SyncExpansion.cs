using System.Globalization;
using Auth0Connector.AccessFile.Completeness;
using Auth0Connector.AccessFile.Expansion;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.Sync.Reporting;

namespace Auth0Connector.Sync.Engine;

/// <summary>Writes inherited grants out, as far as <c>--expand</c> asks for.</summary>
internal static class SyncExpansion
{
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
        else
        {
            // Every scope of a role for everybody in it: what that comes to is said before it is written.
            var most = file.EstimateExpansion(options, cancellationToken);
            reporter.Announced(string.Create(CultureInfo.InvariantCulture, $"writing out what people inherit adds at most {most:N0} grants"));
        }

        var report = file.Expand(options, cancellationToken);
        return new ExpansionProof
        {
            Mode = mode == ExpandMode.All ? "all" : "membership",
            Added = report.NewGrants,
            Updated = report.UpdatedGrants,
            Estimated = report.EstimatedNewGrants,
            Cycles = report.Cycles,
            UnknownLinks = report.UnknownEdges.Count,
            LinksBeyondDepth = report.EdgesBeyondDepth.Count,
        };
    }

    // A role's scopes for everybody in it are what makes a file grow; who holds which role is not.
    private static bool IsMembership(string targetTypeId) => targetTypeId != ResourceTypeIds.Scope;
}
