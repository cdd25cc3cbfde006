using Auth0Connector.Analysis.Listing;
using Auth0Connector.Analysis.Reach;
using Auth0Connector.Cli.Lists;
using Auth0Connector.Cli.Look;
using Auth0Connector.Cli.Output;
using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Shell;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Cli.Reach;

/// <summary>What one principal reaches, as a tree: type, resource, what is held and by which way.</summary>
internal sealed class AccessTree(Session session, ResultStream stream, AccessList list, PathText text)
{
    private static readonly string[] Order =
        [ResourceTypeIds.Organization, ResourceTypeIds.Role, ResourceTypeIds.Group, ResourceTypeIds.Scope, ResourceTypeIds.ResourceServer];

    private readonly int? _room = session.Consoles.Room;

    /// <summary>Writes it.</summary>
    public void Write(string principal, IReadOnlyList<Reached> reached)
    {
        stream.Line(principal);
        if (reached.Count == 0)
        {
            stream.Line("└─ nothing");
        }

        var types = reached.GroupBy(one => one.Target.TypeId).OrderBy(type => Rank(type.Key)).ThenBy(type => type.Key, StringComparer.Ordinal).ToList();
        for (var i = 0; i < types.Count; i++)
        {
            var isLast = i == types.Count - 1;
            Line(string.Empty, isLast, ResourceColumns.Named(list.Type(types[i].Key)));
            Resources(isLast ? "   " : "│  ", types[i]);
        }
    }

    private static int Rank(string typeId) => Array.IndexOf(Order, typeId) is var rank && rank >= 0 ? rank : Order.Length;

    private void Resources(string indent, IEnumerable<Reached> reached)
    {
        var resources = reached.GroupBy(one => one.Target.ResourceId).OrderBy(resource => text.Name(resource.First().Target), NaturalOrder.Instance).ToList();
        for (var i = 0; i < resources.Count; i++)
        {
            var isLast = i == resources.Count - 1;
            List<Reached> held = [.. resources[i].OrderBy(one => one.Target.EntitlementId, StringComparer.Ordinal)];
            if (held is [var only])
            {
                Line(indent, isLast, $"{text.Name(only.Target)}: {Entry(only)}");
                continue;
            }

            Line(indent, isLast, text.Name(held[0].Target));
            for (var j = 0; j < held.Count; j++)
            {
                Line(indent + (isLast ? "   " : "│  "), j == held.Count - 1, Entry(held[j]));
            }
        }
    }

    private string Entry(Reached one) => $"{text.Slug(one.Target)}, {text.Ways(one)}";

    private void Line(string indent, bool isLast, string what)
    {
        var line = indent + (isLast ? "└─ " : "├─ ") + Printable.Of(what);
        stream.Line(_room is { } room ? CellText.Cut(line, room) : line);
        stream.EndRow();
    }
}
