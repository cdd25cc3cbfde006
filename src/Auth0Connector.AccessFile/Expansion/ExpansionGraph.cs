namespace Auth0Connector.AccessFile.Expansion;

/// <summary>Entitlements as nodes, "who holds this also holds that" as edges. Equal rules are shared.</summary>
internal sealed class ExpansionGraph
{
    private readonly Dictionary<string, int> _nodes = new(StringComparer.Ordinal);
    private readonly List<string> _ids = [];
    private readonly List<List<Link>> _links = [];
    private readonly HashSet<(int Source, Link Link)> _known = [];
    private readonly Dictionary<EdgeRule, EdgeRule> _rules = [];

    public IReadOnlyList<string> EntitlementIds => _ids;

    public IReadOnlyList<Link> LinksFrom(int node) => _links[node];

    /// <summary>Adds the edge unless the same one is there.</summary>
    public void Add(string sourceId, string targetId, EdgeRule rule)
    {
        if (!_rules.TryGetValue(rule, out var shared))
        {
            _rules[rule] = shared = rule;
        }

        var source = NodeOf(sourceId);
        var link = new Link(NodeOf(targetId), shared);
        if (_known.Add((source, link)))
        {
            _links[source].Add(link);
        }
    }

    private int NodeOf(string entitlementId)
    {
        if (!_nodes.TryGetValue(entitlementId, out var node))
        {
            _nodes[entitlementId] = node = _ids.Count;
            _ids.Add(entitlementId);
            _links.Add([]);
        }

        return node;
    }

    internal readonly record struct Link(int Target, EdgeRule Rule);
}
