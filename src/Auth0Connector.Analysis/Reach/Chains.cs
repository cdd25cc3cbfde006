namespace Auth0Connector.Analysis.Reach;

/// <summary>Every chain of passages that ends at a thing, as far as anybody can read them.</summary>
internal sealed class Chains
{
    private readonly List<List<(Held Held, Passage<Held>? Passage)>> _all = [];
    private readonly PassageGraph _graph;

    public Chains(PassageGraph graph, Held target)
    {
        _graph = graph;
        Collect([(target, null)]);
    }

    /// <summary>The chains, short ones first; each link knows the passage that leads to it.</summary>
    public IEnumerable<List<(Held Held, Passage<Held>? Passage)>> All => _all.OrderBy(chain => chain.Count);

    /// <summary>Whether there are more: longer ones, or more than can be told.</summary>
    public bool IsCut { get; private set; }

    // A chain is built from its end.
    private void Collect(List<(Held Held, Passage<Held>? Passage)> chain)
    {
        if (_all.Count >= AccessReach.MostVisits)
        {
            IsCut = true;
            return;
        }

        _all.Add(chain);
        foreach (var passage in _graph.To(chain[0].Held.EntitlementId).Where(passage => !chain.Exists(link => link.Held.EntitlementId == passage.Source.EntitlementId)))
        {
            if (chain.Count >= AccessReach.MostSteps)
            {
                IsCut = true;
                return;
            }

            Collect([(passage.Source, null), (chain[0].Held, passage), .. chain.Skip(1)]);
        }
    }
}
