namespace Auth0Connector.Analysis.Reach;

/// <summary>What follows from what somebody holds, and by which steps: every passage is looked at once for each account.</summary>
internal sealed class RightClosure
{
    private readonly List<Passage<int>>[] _from;

    public RightClosure(int rights, IEnumerable<Passage<int>> passages)
    {
        _from = new List<Passage<int>>[rights];
        foreach (var passage in passages)
        {
            (_from[passage.Source] ??= []).Add(passage);
        }
    }

    /// <summary>A shortest way to everything that an account reaches.</summary>
    public WayTree<int> WaysOf(string typeId, IReadOnlyList<int> direct, IReadOnlyList<RecordedRight> recorded)
    {
        var ways = new WayTree<int>();
        foreach (var right in direct)
        {
            ways.TryAdd(right, -1);
        }

        Spread(ways, 0, ways.Steps, typeId);
        foreach (var row in recorded.Where(row => !ways.Has(row.Right)))
        {
            var cause = ways.AddCause(row.Source);
            ways.TryAdd(row.Right, cause);
            Spread(ways, cause + 1, direct: 0, typeId);
        }

        return ways;
    }

    private void Spread(WayTree<int> ways, int from, int direct, string typeId)
    {
        for (var place = from; place < ways.Steps; place++)
        {
            foreach (var passage in _from[ways.At(place)] ?? [])
            {
                if (passage.Passes(typeId, place < direct))
                {
                    ways.TryAdd(passage.Target, place);
                }
            }
        }
    }
}
