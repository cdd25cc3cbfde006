namespace Auth0Connector.Analysis.Model;

/// <summary>What follows from holding a right, and by which steps. Each answer is worked out once.</summary>
internal sealed class RightClosure
{
    private readonly List<RightPassage>[] _from;
    private readonly Dictionary<int, int[]> _direct = [];
    private readonly Dictionary<int, int[]> _deep = [];

    public RightClosure(int rights, IEnumerable<RightPassage> passages)
    {
        _from = new List<RightPassage>[rights];
        foreach (var passage in passages)
        {
            (_from[passage.Source] ??= []).Add(passage);
        }
    }

    /// <summary>Everything that a directly held right gives, itself included; shallow passages lead on only from there.</summary>
    public int[] OfDirect(int right) => Get(_direct, right, mayPassShallow: true);

    /// <summary>Everything that a right gives which is held by another one.</summary>
    public int[] OfInherited(int right) => Get(_deep, right, mayPassShallow: false);

    /// <summary>The shortest steps from something directly held to a right; empty if there are none.</summary>
    public IReadOnlyList<int> Shortest(Account account, int target)
    {
        var before = new Dictionary<int, int>();
        var queue = new Queue<int>();
        foreach (var right in account.Direct.Where(right => before.TryAdd(right, -1)))
        {
            queue.Enqueue(right);
        }

        var direct = before.Count;
        while (!before.ContainsKey(target) && queue.TryDequeue(out var right))
        {
            foreach (var passage in (_from[right] ?? []).Where(passage => (direct > 0 || !passage.IsShallow) && before.TryAdd(passage.Target, right)))
            {
                queue.Enqueue(passage.Target);
            }

            direct--;
        }

        if (before.ContainsKey(target))
        {
            return Way(before, target);
        }

        return account.Recorded.FirstOrDefault(recorded => OfInherited(recorded.Right).Contains(target)) is { } known
            ? [known.Source, known.Right, .. known.Right == target ? [] : new[] { target }]
            : [];
    }

    private static List<int> Way(Dictionary<int, int> before, int target)
    {
        var way = new List<int>();
        for (var at = target; at >= 0; at = before[at])
        {
            way.Add(at);
        }

        way.Reverse();
        return way;
    }

    private int[] Get(Dictionary<int, int[]> known, int right, bool mayPassShallow)
    {
        if (known.TryGetValue(right, out var reached))
        {
            return reached;
        }

        var seen = new HashSet<int> { right };
        var queue = new Queue<int>(seen);
        while (queue.TryDequeue(out var at))
        {
            foreach (var passage in _from[at] ?? [])
            {
                if ((!passage.IsShallow || (mayPassShallow && at == right)) && seen.Add(passage.Target))
                {
                    queue.Enqueue(passage.Target);
                }
            }
        }

        return known[right] = [.. seen];
    }
}
