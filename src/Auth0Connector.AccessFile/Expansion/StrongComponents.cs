namespace Auth0Connector.AccessFile.Expansion;

/// <summary>
/// Tarjan's strongly connected components, without recursion because chains may be long. The components come with
/// every source before its targets.
/// </summary>
internal static class StrongComponents
{
    private const int Unvisited = -1;

    public static List<int[]> Find(ExpansionGraph graph)
    {
        var count = graph.EntitlementIds.Count;
        var order = new int[count];
        Array.Fill(order, Unvisited);
        var lowest = new int[count];
        var isOpen = new bool[count];
        var open = new Stack<int>();
        var path = new Stack<(int Node, int NextLink)>();
        var components = new List<int[]>();
        var visited = 0;
        for (var root = 0; root < count; root++)
        {
            if (order[root] != Unvisited)
            {
                continue;
            }

            Enter(root);
            while (path.TryPop(out var step))
            {
                var links = graph.LinksFrom(step.Node);
                if (step.NextLink < links.Count)
                {
                    path.Push((step.Node, step.NextLink + 1));
                    var target = links[step.NextLink].Target;
                    if (order[target] == Unvisited)
                    {
                        Enter(target);
                    }
                    else if (isOpen[target])
                    {
                        lowest[step.Node] = Math.Min(lowest[step.Node], order[target]);
                    }
                }
                else
                {
                    Leave(step.Node);
                }
            }
        }

        components.Reverse();
        return components;

        void Enter(int node)
        {
            order[node] = lowest[node] = visited++;
            isOpen[node] = true;
            open.Push(node);
            path.Push((node, 0));
        }

        void Leave(int node)
        {
            if (path.TryPeek(out var parent))
            {
                lowest[parent.Node] = Math.Min(lowest[parent.Node], lowest[node]);
            }

            if (lowest[node] != order[node])
            {
                return;
            }

            var members = new List<int>();
            int member;
            do
            {
                member = open.Pop();
                isOpen[member] = false;
                members.Add(member);
            }
            while (member != node);
            components.Add([.. members]);
        }
    }
}
