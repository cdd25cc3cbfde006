using Auth0Connector.ManagementApi.Paging;

namespace Auth0Connector.Sync.Engine;

/// <summary>What an end is known from, in the words of the proof and of the summary (docs/completeness.md).</summary>
internal static class EvidenceWords
{
    public static string Of(EndEvidence evidence) => evidence switch
    {
        EndEvidence.SinglePage => "one page",
        EndEvidence.EndMark => "end mark",
        EndEvidence.TwoReadings => "two readings",
        EndEvidence.OrderedSearch => "search in order",
        EndEvidence.ExportAndCounts => "export and counts",
        EndEvidence.Parts => "parts",
        EndEvidence.ById => "by id",
        _ => throw new ArgumentOutOfRangeException(nameof(evidence), evidence, "no word for it"),
    };
}
