using Auth0Connector.AccessFile.Reading;
using Auth0Connector.Analysis.Findings;
using Auth0Connector.Analysis.Model;

namespace Auth0Connector.Analysis.Report;

/// <summary>Everything that the report says.</summary>
public sealed record ReportContent
{
    /// <summary>The name of the file.</summary>
    public required string FileName { get; init; }

    /// <summary>The sync.</summary>
    public required AccessModel Model { get; init; }

    /// <summary>Which rights are privileged.</summary>
    public required Privilege Privilege { get; init; }

    /// <summary>What counts as privileged, in words.</summary>
    public required string PrivilegeWords { get; init; }

    /// <summary>What the rules met.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>The rules that had no answer, or not all of it.</summary>
    public required IReadOnlyList<NotAsked> NotAsked { get; init; }

    /// <summary>Whether the file is whole.</summary>
    public required ReportProof Proof { get; init; }

    /// <summary>The full syncs of the file up to this one, oldest first, counted.</summary>
    public required IReadOnlyList<SyncFigures> Syncs { get; init; }

    /// <summary>What differs from the previous sync; null without one.</summary>
    public ReportDifferences? Differences { get; init; }
}

/// <summary>A sync in figures.</summary>
/// <param name="Sync">The sync.</param>
/// <param name="ByType">Its resources by type.</param>
public sealed record SyncFigures(SyncRun Sync, IReadOnlyDictionary<string, long> ByType);
