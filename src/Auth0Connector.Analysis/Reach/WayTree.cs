namespace Auth0Connector.Analysis.Reach;

/// <summary>
/// The shortest way to everything that was met, kept as one step back for each: a chain of thirty thousand groups costs
/// thirty thousand steps, and a long way is told by its ends.
/// </summary>
internal sealed class WayTree<TKey>
    where TKey : notnull
{
    /// <summary>So many steps are told of each end of a long way.</summary>
    public const int End = 10;

    private readonly Dictionary<TKey, int> _places = [];
    private readonly List<(TKey Key, int Before, int Depth, int Anchor)> _nodes = [];

    /// <summary>Everything that was met, in the order in which it was.</summary>
    public IEnumerable<TKey> Keys => _places.Keys;

    /// <summary>Steps that were taken; tests count them.</summary>
    public int Steps => _nodes.Count;

    /// <summary>Whether it was met.</summary>
    public bool Has(TKey key) => _places.ContainsKey(key);

    /// <summary>Where it was met.</summary>
    public int PlaceOf(TKey key) => _places[key];

    /// <summary>What was met at a place.</summary>
    public TKey At(int place) => _nodes[place].Key;

    /// <summary>Whether a place is the beginning of ways.</summary>
    public bool IsFirst(int place) => _nodes[place].Before < 0;

    /// <summary>Notes that something is met behind <paramref name="before"/>, or at the beginning (-1); false if it was met before.</summary>
    public bool TryAdd(TKey key, int before)
    {
        if (!_places.TryAdd(key, _nodes.Count))
        {
            return false;
        }

        Append(key, before);
        return true;
    }

    /// <summary>A beginning that is only told of, and is not met by itself.</summary>
    public int AddCause(TKey key)
    {
        Append(key, -1);
        return _nodes.Count - 1;
    }

    /// <summary>The way to something that was met: its ends, and how many steps between them are left out.</summary>
    public (List<TKey> Steps, int Omitted) WayTo(TKey key)
    {
        var (_, _, depth, anchor) = _nodes[_places[key]];
        var omitted = Math.Max(0, depth + 1 - (2 * End));
        List<TKey> steps = Back(_places[key], omitted > 0 ? End : depth + 1);
        if (omitted > 0)
        {
            steps.InsertRange(0, Back(anchor, End));
        }

        return (steps, omitted);
    }

    private void Append(TKey key, int before)
    {
        var depth = before < 0 ? 0 : _nodes[before].Depth + 1;
        _nodes.Add((key, before, depth, depth < End ? _nodes.Count : _nodes[before].Anchor));
    }

    private List<TKey> Back(int place, int count)
    {
        var steps = new List<TKey>(count);
        for (var at = place; steps.Count < count; at = _nodes[at].Before)
        {
            steps.Add(_nodes[at].Key);
        }

        steps.Reverse();
        return steps;
    }
}
