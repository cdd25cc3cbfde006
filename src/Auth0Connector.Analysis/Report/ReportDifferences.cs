using Auth0Connector.AccessFile.Comparison;
using Auth0Connector.AccessFile.Messages;
using Auth0Connector.Analysis.Differences;

namespace Auth0Connector.Analysis.Report;

/// <summary>What differs from the previous sync, counted, and as rows as far as anybody reads them.</summary>
public sealed class ReportDifferences
{
    private const int MostRows = 1_000;

    private readonly Dictionary<string, long[]> _counts = new(StringComparer.Ordinal);

    private ReportDifferences(DateTimeOffset? at) => At = at;

    /// <summary>When the previous sync ended.</summary>
    public DateTimeOffset? At { get; }

    /// <summary>Added, removed and changed by what it is.</summary>
    public IEnumerable<(string Name, long Added, long Removed, long Changed)> Counts => _counts.Select(pair => (pair.Key, pair.Value[0], pair.Value[1], pair.Value[2]));

    /// <summary>The changes.</summary>
    public IList<ReportDifference> Rows { get; } = [];

    /// <summary>How many more there are.</summary>
    public long Omitted { get; private set; }

    /// <summary>Compares.</summary>
    public static ReportDifferences Of(AccessDiff diff, CancellationToken cancellationToken)
    {
        var changes = new ReportDifferences(diff.Before.Sync.EndedAt);
        foreach (var change in diff.Resources(cancellationToken).Where(change => !change.IsActivity))
        {
            changes.Add(Plural(change.Type), change, change.Resource, Fields(change, change.Type.DisplayName));
        }

        foreach (var kind in new[] { RowChange.Added, RowChange.Removed, RowChange.Changed })
        {
            foreach (var change in diff.Grants(kind, cancellationToken).Where(change => !change.IsActivity))
            {
                var slug = change.Entitlement.DisplayName.Length > 0 ? change.Entitlement.DisplayName : change.Entitlement.Id;
                changes.Add("Grants", change, change.Principal, $"{Verb(kind)} {slug}");
            }
        }

        return changes;
    }

    private static string Verb(RowChange kind) => kind switch { RowChange.Added => "gained", RowChange.Removed => "lost", _ => "holds otherwise" };

    private static string Plural(ResourceType type) =>
        type.Traits.Contains(ResourceType.Types.Trait.User) ? "People" : (type.DisplayName.Length > 0 ? type.DisplayName : type.Id) + "s";

    private static string Fields(ResourceDifference change, string type) => change.Kind == RowChange.Changed
        ? DifferenceWords.Of(change.Fields)
        : $"{type} {change.Kind.ToString().ToLowerInvariant()}";

    private void Add(string name, Difference change, Resource resource, string text)
    {
        if (!_counts.TryGetValue(name, out var counts))
        {
            _counts[name] = counts = new long[3];
        }

        counts[(int)change.Kind]++;
        if (Rows.Count >= MostRows)
        {
            Omitted++;
            return;
        }

        Rows.Add(new ReportDifference(change.Kind, resource.Id?.ResourceType ?? string.Empty, resource.Id?.Resource ?? string.Empty, resource.DisplayName, text));
    }
}

/// <summary>One change.</summary>
public sealed record ReportDifference(RowChange Kind, string TypeId, string Id, string Name, string Text);
