namespace Auth0Connector.Analysis.Reach;

/// <summary>For principals of one type, everything that leads to a thing, each by a shortest way.</summary>
internal sealed class WaysBack
{
    private readonly WayTree<string> _tree = new();
    private readonly Dictionary<string, Held> _held = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Held Held, string Next)> _shallow = new(StringComparer.Ordinal);

    public WaysBack(PassageGraph graph, Held target, string typeId)
    {
        Add(target, -1);
        for (var place = 0; place < _tree.Steps; place++)
        {
            foreach (var passage in graph.To(_tree.At(place)).Where(passage => passage.Admits(typeId)))
            {
                if (passage.IsShallow)
                {
                    _shallow.TryAdd(passage.Source.EntitlementId, (passage.Source, _tree.At(place)));
                }
                else
                {
                    Add(passage.Source, place);
                }
            }
        }
    }

    /// <summary>Everything that leads there for whoever holds it directly.</summary>
    public IEnumerable<string> Sources => _tree.Keys.Concat(_shallow.Keys.Where(id => !_tree.Has(id)));

    /// <summary>The way on from one of them; null if somebody who holds it like this does not pass.</summary>
    public ReachPath? From(string entitlementId, bool isDirect)
    {
        if (_tree.Has(entitlementId))
        {
            return Path(_tree.WayTo(entitlementId), []);
        }

        return isDirect && _shallow.TryGetValue(entitlementId, out var first) ? Path(_tree.WayTo(first.Next), [first.Held]) : null;
    }

    private ReachPath Path((List<string> Steps, int Omitted) way, IEnumerable<Held> first) =>
        new([.. first, .. way.Steps.AsEnumerable().Reverse().Select(step => _held[step])]) { Omitted = way.Omitted };

    private void Add(Held held, int before)
    {
        if (_tree.TryAdd(held.EntitlementId, before))
        {
            _held[held.EntitlementId] = held;
        }
    }
}
