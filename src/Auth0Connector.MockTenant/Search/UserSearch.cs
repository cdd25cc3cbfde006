using System.Collections.Concurrent;
using Auth0Connector.MockTenant.Users;

namespace Auth0Connector.MockTenant.Search;

/// <summary>
/// Finds people. A range of created_at is a run of indices, so a window costs the window; whatever else a query asks
/// is looked for inside that run, and the last results are kept for their next pages.
/// </summary>
internal sealed class UserSearch(UserDirectory users)
{
    private const int MaximumRows = 1000;
    private const int KeptResults = 32;

    private readonly ConcurrentDictionary<string, SearchResult> _kept = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _order = new();

    /// <exception cref="FormatException">The query or the sort order is refused.</exception>
    public SearchResult Find(string query, string? sort)
    {
        var order = SortOrder.Parse(sort);
        var node = QueryParser.Parse(query);
        var key = $"{sort}\n{query}";
        if (!users.Changes.IsEmpty)
        {
            return Find(node, order);
        }

        if (_kept.TryGetValue(key, out var kept))
        {
            return kept;
        }

        var result = Find(node, order);
        if (result is SearchResult.Found && _kept.TryAdd(key, result))
        {
            _order.Enqueue(key);
            if (_order.Count > KeptResults && _order.TryDequeue(out var oldest))
            {
                _ = _kept.TryRemove(oldest, out _);
            }
        }

        return result;
    }

    private SearchResult Find(QueryNode node, SortOrder? order)
    {
        var (first, end) = Narrow(node);
        var byTime = order is null || order.Field.Attribute == UserField.CreatedAt;
        if (byTime && users.Changes.IsEmpty && (node is QueryNode.Everything || (IsCreatedRange(node) && first >= users.OddCount)))
        {
            return new SearchResult.Run(first, end - first, order?.Descending == true);
        }

        // Whoever was added has an index behind all others, and may have been created before them.
        return byTime && (order is null || !users.Changes.Created.Any()) ? Scan(node, first, end, order?.Descending == true) : Sort(node, first, end, order!);
    }

    private SearchResult.Found Scan(QueryNode node, int first, int end, bool descending)
    {
        var matcher = new QueryMatcher(users);
        var rows = new List<int>();
        var total = 0;
        var candidates = users.InSearch(first, end);
        foreach (var user in descending ? candidates.Reverse() : candidates)
        {
            if (matcher.Matches(node, user))
            {
                total++;
                if (rows.Count < MaximumRows)
                {
                    rows.Add(user);
                }
            }
        }

        return new SearchResult.Found([.. rows], total);
    }

    private SearchResult.Found Sort(QueryNode node, int first, int end, SortOrder order)
    {
        // Only the first thousand can ever be asked for: a heap of so many, its worst row on top.
        var best = new PriorityQueue<int, SortKey>(SortKey.WorstFirst);
        var matcher = new QueryMatcher(users);
        var total = 0;
        foreach (var user in users.InSearch(first, end))
        {
            if (!matcher.Matches(node, user))
            {
                continue;
            }

            total++;
            var key = SortKey.Of(users, matcher, user, order);
            if (best.Count < MaximumRows)
            {
                best.Enqueue(user, key);
            }
            else
            {
                _ = best.EnqueueDequeue(user, key);
            }
        }

        var rows = new int[best.Count];
        for (var row = rows.Length - 1; row >= 0; row--)
        {
            rows[row] = best.Dequeue();
        }

        return new SearchResult.Found(rows, total);
    }

    private static bool IsCreatedRange(QueryNode node) => node switch
    {
        QueryNode.Range { Field.Attribute: UserField.CreatedAt } => true,
        QueryNode.And(var left, var right) => IsCreatedRange(left) && IsCreatedRange(right),
        _ => false,
    };

    /// <summary>The run of indices outside of which nobody can match.</summary>
    private (int First, int End) Narrow(QueryNode node)
    {
        switch (node)
        {
            case QueryNode.Range { Field.Attribute: UserField.CreatedAt } range:
                if (range.Low > range.High)
                {
                    return (0, 0);
                }

                var first = users.Timeline.FirstAtOrAfter(range.Low);
                var end = range.High == long.MaxValue ? users.Listed : users.Timeline.FirstAtOrAfter(range.High + 1);
                return (Math.Min(first, users.Listed), Math.Min(end, users.Listed));
            case QueryNode.And(var left, var right):
                var a = Narrow(left);
                var b = Narrow(right);
                var start = Math.Max(a.First, b.First);
                return (start, Math.Max(start, Math.Min(a.End, b.End)));
            default:
                return (0, users.Listed);
        }
    }
}
