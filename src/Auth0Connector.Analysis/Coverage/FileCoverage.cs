using Auth0Connector.AccessFile.Completeness;
using Auth0Connector.AccessFile.Reading;
using Auth0Connector.AccessFile.Schema;
using Auth0Connector.Analysis.Listing;

namespace Auth0Connector.Analysis.Coverage;

/// <summary>What a sync holds of its tenant and what it does not, from its proof, or else from what is in it.</summary>
public sealed class FileCoverage
{
    private readonly Dictionary<Need, Lack> _lacks;

    private FileCoverage(SyncRun sync, IReadOnlyList<Lack> notRead)
    {
        IsPartial = sync.SyncType == SyncTypes.Partial;
        NotRead = notRead;
        _lacks = notRead.Where(lack => lack.Need is not null).DistinctBy(lack => lack.Need).ToDictionary(lack => lack.Need!.Value);
    }

    /// <summary>Everything that was not read, with the reason.</summary>
    public IReadOnlyList<Lack> NotRead { get; }

    /// <summary>Whether only single resources were read, so that no number is one of the tenant.</summary>
    public bool IsPartial { get; }

    /// <summary>What privileged access cannot be told without; empty where it is known.</summary>
    public IReadOnlyList<Lack> PrivilegeLacks => Among([Need.People, Need.Grants, .. NeedWords.Access]);

    /// <summary>Whether a role or a group may give privileged access that the file does not show.</summary>
    public bool HidesPrivilege => Among([Need.Permissions, Need.Roles]).Count > 0;

    /// <summary>What a person's access cannot be told without; empty where it is known.</summary>
    public IReadOnlyList<Lack> AccessLacks => Among([Need.Grants, .. NeedWords.Access]);

    /// <summary>Why something is not known; null where it is.</summary>
    public Lack? Of(Need need) => _lacks.GetValueOrDefault(need);

    /// <summary>Reads it.</summary>
    public static FileCoverage Read(AccessList list, CancellationToken cancellationToken)
    {
        var asset = list.Reader.ReadAssets(list.Sync, CompletenessProof.AssetId, cancellationToken).FirstOrDefault();
        var lacks = asset is not null && CompletenessJson.Read(asset.Data) is { } proof
            ? new ProvenCoverage(proof).Lacks()
            : ForeignCoverage.Lacks(list, cancellationToken);
        return new FileCoverage(list.Sync, list.Sync.IsFinished ? [.. lacks] : [.. lacks, Unfinished]);
    }

    internal IReadOnlyList<Lack> Among(IEnumerable<Need> needs) => [.. needs.Distinct().Select(Of).OfType<Lack>()];

    private static Lack Unfinished { get; } = new(null, "whatever was still to be read", "the sync never finished", "Look at a finished sync.");
}
