using Auth0Connector.AccessFile.Format;

namespace Auth0Connector.AccessFile.Expansion;

/// <summary>
/// The steps of an expansion in an order in which every source is complete before it is passed on. Entitlements in a
/// circle count as one node (format section 6): what enters or leaves one of them enters or leaves all, and nothing
/// is passed on inside.
/// </summary>
internal sealed class ExpansionPlan
{
    private ExpansionPlan(
        IReadOnlyList<ExpansionStep> steps,
        IReadOnlyList<ExpansionEdge> beyondDepth,
        IReadOnlyList<IReadOnlyList<string>> cycles)
    {
        Steps = steps;
        BeyondDepth = beyondDepth;
        Cycles = cycles;
    }

    public IReadOnlyList<ExpansionStep> Steps { get; }

    public IReadOnlyList<ExpansionEdge> BeyondDepth { get; }

    public IReadOnlyList<IReadOnlyList<string>> Cycles { get; }

    public static ExpansionPlan Create(ExpansionGraph graph, int maxDepth)
    {
        var components = StrongComponents.Find(graph);
        var componentOf = new int[graph.EntitlementIds.Count];
        for (var component = 0; component < components.Count; component++)
        {
            foreach (var node in components[component])
            {
                componentOf[node] = component;
            }
        }

        var depths = new int[components.Count];
        var steps = new List<ExpansionStep>();
        var beyondDepth = new List<ExpansionEdge>();
        for (var component = 0; component < components.Count; component++)
        {
            foreach (var node in components[component])
            {
                foreach (var link in graph.LinksFrom(node).Where(link => componentOf[link.Target] != component))
                {
                    var target = componentOf[link.Target];
                    if (depths[component] >= maxDepth)
                    {
                        beyondDepth.Add(new ExpansionEdge(graph.EntitlementIds[node], graph.EntitlementIds[link.Target]));
                        continue;
                    }

                    depths[target] = Math.Max(depths[target], depths[component] + 1);
                    steps.AddRange(Pairs(graph, components[component], components[target], link.Rule));
                }
            }
        }

        return new ExpansionPlan(steps, beyondDepth, FindCycles(graph, components));
    }

    private static IEnumerable<ExpansionStep> Pairs(ExpansionGraph graph, int[] sources, int[] targets, EdgeRule rule)
    {
        return from source in sources
               from target in targets
               select new ExpansionStep(graph.EntitlementIds[source], graph.EntitlementIds[target], rule);
    }

    private static List<IReadOnlyList<string>> FindCycles(ExpansionGraph graph, List<int[]> components)
    {
        var cycles = new List<IReadOnlyList<string>>();
        foreach (var component in components)
        {
            var first = component[0];
            if (component.Length > 1 || graph.LinksFrom(first).Any(link => link.Target == first))
            {
                cycles.Add([.. component.Select(node => graph.EntitlementIds[node]).Order(Utf8Order.Instance)]);
            }
        }

        return cycles;
    }
}
