namespace Auth0Connector.Analysis.Reach;

/// <summary>What one principal reaches, each thing by a shortest way; every passage is looked at once.</summary>
internal sealed class ShortestWays
{
    private readonly WayTree<string> _tree = new();
    private readonly Dictionary<string, Held> _held = new(StringComparer.Ordinal);
    private readonly HashSet<string> _recorded = new(StringComparer.Ordinal);
    private readonly PassageGraph _graph;
    private readonly string _typeId;

    public ShortestWays(PassageGraph graph, string typeId, PrincipalGrants grants)
    {
        (_graph, _typeId) = (graph, typeId);
        foreach (var held in grants.Direct)
        {
            Add(held, -1);
        }

        Spread(0, mayPassShallow: true);

        // Rows of an expansion whose causes the file no longer has: what it recorded is all that is known.
        foreach (var (held, sources) in grants.Recorded.Where(row => row.Sources.Count > 0 && !_tree.Has(row.Held.EntitlementId)))
        {
            _held[sources[0].EntitlementId] = sources[0];
            var from = _tree.AddCause(sources[0].EntitlementId);
            Add(held, from);
            Spread(from + 1, mayPassShallow: false);
        }

        void Spread(int from, bool mayPassShallow)
        {
            var direct = _tree.Steps;
            for (var place = from; place < _tree.Steps; place++)
            {
                foreach (var passage in _graph.From(_tree.At(place)).Where(passage => passage.Passes(_typeId, mayPassShallow && place < direct)))
                {
                    Add(passage.Target, place);
                }

                if (!mayPassShallow)
                {
                    _recorded.Add(_tree.At(place));
                }
            }
        }
    }

    /// <summary>Everything that is reached.</summary>
    public IEnumerable<string> Reached => _tree.Keys;

    /// <summary>Steps that it took.</summary>
    public int Steps => _tree.Steps;

    /// <summary>The way to one of them.</summary>
    public ReachPath WayTo(string entitlementId)
    {
        var (steps, omitted) = _tree.WayTo(entitlementId);
        return new ReachPath([.. steps.Select(step => _held[step])], _recorded.Contains(entitlementId)) { Omitted = omitted };
    }

    private void Add(Held held, int before)
    {
        if (_tree.TryAdd(held.EntitlementId, before))
        {
            _held[held.EntitlementId] = held;
        }
    }
}
