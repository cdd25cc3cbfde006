using Auth0Connector.AccessFile.Reading;
using Auth0Connector.Analysis.Coverage;
using Auth0Connector.Analysis.Listing;
using Auth0Connector.Analysis.Reach;

namespace Auth0Connector.Analysis.Model;

/// <summary>
/// One sync in memory, small: people, what there is to hold, who holds it, and what passes access on. For questions that look
/// at everything at once, such as findings and the report.
/// </summary>
public sealed class AccessModel
{
    private readonly Lazy<ILookup<int, Account>> _holders;

    internal AccessModel(SyncRun sync, FileCoverage coverage, ModelBuilder parts)
    {
        Sync = sync;
        Coverage = coverage;
        People = parts.People;
        Things = parts.Things;
        Rights = parts.Rights;
        Passages = parts.Passages;
        OtherGrants = parts.OtherGrants;
        KindWords = parts.KindWords;
        Closure = parts.Closure;
        _holders = new Lazy<ILookup<int, Account>>(() => People.SelectMany(account => account.Reached.Select(right => (right, account))).ToLookup(pair => pair.right, pair => pair.account));
    }

    /// <summary>The sync.</summary>
    public SyncRun Sync { get; }

    /// <summary>What the sync holds of the tenant, and what it does not.</summary>
    public FileCoverage Coverage { get; }

    /// <summary>When the tenant was as the sync says: what counts as now.</summary>
    public DateTimeOffset At => Sync.EndedAt ?? Sync.StartedAt ?? DateTimeOffset.UnixEpoch;

    /// <summary>Everybody.</summary>
    public IReadOnlyList<Account> People { get; }

    /// <summary>Everything else.</summary>
    public IReadOnlyList<Thing> Things { get; }

    /// <summary>What can be held.</summary>
    public IReadOnlyList<Right> Rights { get; }

    /// <summary>What passes access on to people.</summary>
    public IReadOnlyList<Passage<int>> Passages { get; }

    /// <summary>What applications, groups and roles hold.</summary>
    public IReadOnlyList<OtherGrant> OtherGrants { get; }

    /// <summary>What each resource type holds, in the words of the report; types that mean nothing to it keep their name.</summary>
    public IReadOnlyDictionary<string, string> KindWords { get; }

    internal RightClosure Closure { get; }

    /// <summary>Reads a sync.</summary>
    public static AccessModel Load(AccessList list, CancellationToken cancellationToken) =>
        new(list.Sync, FileCoverage.Read(list, cancellationToken), ModelBuilder.Build(list, cancellationToken));

    /// <summary>Everybody who reaches a right.</summary>
    public IEnumerable<Account> Holders(int right) => _holders.Value[right];

    /// <summary>How an account reaches what it reaches.</summary>
    public AccountWays WaysOf(Account account) => new(Closure.WaysOf(account.TypeId, account.Direct, account.Recorded));

    /// <summary>The shortest steps from something directly held to a right.</summary>
    public IReadOnlyList<int> ShortestWay(Account account, int right) => WaysOf(account).To(right).Steps;

    /// <summary>A right in words, such as <c>role Admin: assigned</c>.</summary>
    public string Words(int right)
    {
        var held = Rights[right];
        var thing = Things[held.Thing];
        var slug = thing.Kind == ThingKind.Organization && RoleHeldIn(held) is { } role ? $"role {role.Name}" : held.Slug;
        return $"{thing.TypeId} {thing.Name}: {slug}";
    }

    /// <summary>The role that a right inside an organization means; null for mere membership and everything else.</summary>
    public Thing? RoleHeldIn(Right right) =>
        Things[right.Thing].Kind == ThingKind.Organization
            ? RolesById.GetValueOrDefault(right.Slug)
            : null;

    private Dictionary<string, Thing> RolesById =>
        field ??= Things.Where(thing => thing.Kind == ThingKind.Role).DistinctBy(thing => thing.Id).ToDictionary(thing => thing.Id, StringComparer.Ordinal);
}
