using ArchUnitNET.Domain;

namespace Auth0Connector.Architecture.Tests;

/// <summary>
/// Folders of a project that lean on each other in a circle. What a folder is, its namespace says; what leans, the compiled
/// code, in which constants are no more than their values.
/// </summary>
internal static class FolderCircles
{
    private const int MostTypes = 3;

    /// <summary>Each circle with the types that make it, as a person reads it; empty where there is none.</summary>
    /// <param name="types">The types that count.</param>
    /// <param name="root">The namespace of the project.</param>
    public static IReadOnlyList<string> In(IEnumerable<IType> types, string root)
    {
        var leans = types.Where(type => IsIn(type, root))
            .SelectMany(type => type.Dependencies.Select(dependency => dependency.Target).Where(target => IsIn(target, root)).Select(target => (From: type, To: target)))
            .Where(pair => Folder(pair.From, root) != Folder(pair.To, root))
            .GroupBy(pair => (From: Folder(pair.From, root), To: Folder(pair.To, root)))
            .ToDictionary(pairs => pairs.Key, pairs => pairs.Select(pair => $"{pair.From.Name} uses {pair.To.Name}").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList());
        var next = leans.Keys.ToLookup(pair => pair.From, pair => pair.To);
        var reached = next.Select(from => from.Key).ToDictionary(folder => folder, folder => Reach(folder, next), StringComparer.Ordinal);
        return
        [
            .. reached.Keys.Where(folder => reached[folder].Contains(folder))
                .GroupBy(folder => string.Join(", ", Members(folder, reached)))
                .Select(circle => $"{root}: {circle.Key}\n" + string.Join('\n', Lines(circle.ToHashSet(StringComparer.Ordinal), leans))),
        ];
    }

    // A type parameter stands in the namespace of whatever was met first that has one of its name.
    private static bool IsIn(IType type, string root) =>
        type is not GenericParameter && type.Namespace?.FullName is { } name && (name == root || name.StartsWith(root + ".", StringComparison.Ordinal));

    private static string Folder(IType type, string root) => type.Namespace.FullName == root ? "." : type.Namespace.FullName[(root.Length + 1)..];

    private static HashSet<string> Reach(string folder, ILookup<string, string> next)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(next[folder]);
        while (open.TryPop(out var one))
        {
            if (reached.Add(one))
            {
                foreach (var further in next[one])
                {
                    open.Push(further);
                }
            }
        }

        return reached;
    }

    private static IEnumerable<string> Members(string folder, Dictionary<string, HashSet<string>> reached) =>
        reached[folder].Where(other => reached.TryGetValue(other, out var back) && back.Contains(folder)).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Lines(HashSet<string> circle, Dictionary<(string From, string To), List<string>> leans) =>
        leans.Where(pair => circle.Contains(pair.Key.From) && circle.Contains(pair.Key.To))
            .OrderBy(pair => pair.Key)
            .Select(pair => $"  {pair.Key.From} -> {pair.Key.To}: {string.Join("; ", pair.Value.Take(MostTypes))}{(pair.Value.Count > MostTypes ? $" and {pair.Value.Count - MostTypes} more" : string.Empty)}");
}
