
namespace Auth0Connector.Analysis.Tests.Reach;

/// <summary>People, groups in groups and in circles, roles of the tenant and inside organizations, scopes: who holds what by chance.</summary>
internal sealed class RandomWorld
{
    private readonly List<(string Person, string Right)> _held = [];
    private readonly List<(string Source, string Target, bool IsShallow, string[] Passes)> _passages = [];
    private readonly Random _random;

    private readonly bool _isLimited;

    /// <summary>The same seed is the same world; in a limited one some passages are shallow or for another type alone.</summary>
    public RandomWorld(int seed, bool isLimited)
    {
        _random = new Random(seed);
        _isLimited = isLimited;
        Tenant = new SampleTenant(isEmpty: true);
        string[] people = [.. Names("auth0|p", 2, 7)];
        string[] groups = [.. Names("grp_", 1, 6)];
        string[] roles = [.. Names("rol_", 1, 4)];
        string[] organizations = [.. Names("org_", 1, 3)];
        string[] scopes = [.. Names("https://api/:read:", 1, 4)];
        Array.ForEach(people, id => Tenant.Person(id, $"P {id}", $"{id[6..]}@example.com"));
        Array.ForEach(groups, id => Tenant.Thing("group", id, id, "member"));
        Array.ForEach(roles, id => Tenant.Thing("role", id, id, "assigned"));
        Array.ForEach(organizations, id => Tenant.Thing("organization", id, id, ["member", .. roles]));
        Array.ForEach(scopes, id => Tenant.Thing("scope", id, id, "granted"));
        string[] rights =
        [
            .. groups.Select(id => $"group:{id}:member"), .. roles.Select(id => $"role:{id}:assigned"), .. organizations.Select(id => $"organization:{id}:member"),
            .. organizations.SelectMany(id => roles.Select(role => $"organization:{id}:{role}")), .. scopes.Select(id => $"scope:{id}:granted"),
        ];
        foreach (var (person, right) in Some(people, rights, 0.15))
        {
            _held.Add((person, right));
            Tenant.Grant(right, "user", person);
        }

        // A group in itself and groups in a circle are among them.
        Pass("group", "member", groups, rights.Where(static right => !right.StartsWith("scope:", StringComparison.Ordinal)), 0.22);
        Pass("role", "assigned", roles, rights.Where(static right => right.StartsWith("scope:", StringComparison.Ordinal)), 0.4);
    }

    public SampleTenant Tenant { get; }

    /// <summary>Who holds what, by following every passage until nothing is new.</summary>
    public List<(string Person, string Entitlement)> Truth()
    {
        var direct = _held.ToHashSet();
        var all = _held.ToHashSet();
        for (var before = -1; before != all.Count;)
        {
            before = all.Count;
            all.UnionWith(
            [
                .. from passage in _passages
                   where passage.Passes.Length == 0 || passage.Passes.Contains("user")
                   from pair in passage.IsShallow ? direct : all
                   where pair.Right == passage.Source
                   select (pair.Person, passage.Target),
            ]);
        }

        return EveryAnswer.Sorted(all);
    }

    private void Pass(string type, string slug, string[] holders, IEnumerable<string> rights, double share)
    {
        foreach (var (holder, right) in Some(holders, [.. rights], share))
        {
            var source = $"{type}:{holder}:{slug}";
            var passage = (source, right, _isLimited && _random.Next(6) == 0, _isLimited ? _random.Next(8) switch { 0 => (string[])["client"], 1 => [], _ => ["user"] } : ["user"]);
            _passages.Add(passage);
            Tenant.Grant(right, type, holder, passesOn: source, isShallow: passage.Item3, passes: passage.Item4);
        }
    }

    private IEnumerable<(string, string)> Some(string[] holders, string[] rights, double share) =>
        [.. holders.SelectMany(holder => rights.Select(right => (holder, right))).Where(_ => _random.NextDouble() < share)];

    private IEnumerable<string> Names(string prefix, int least, int most) => Enumerable.Range(0, _random.Next(least, most + 1)).Select(index => $"{prefix}{index}");
}
