using Auth0Connector.MockTenant.Data;

namespace Auth0Connector.MockTenant.Churn;

/// <summary>What a change is about: what it names, or something chosen by a hash.</summary>
internal sealed class ChurnChoice(TenantModel model, MockChange change, ulong hash)
{
    private ulong _hash = hash;

    public int User() => Named(change.Thing, model.Users.Find, () => [.. model.Users.Existing]);

    public int OtherUser() => Named(change.Other, model.Users.Find, () => [.. model.Users.Existing]);

    public int Role() => Named(change.Thing, model.Roles.Find, () => model.Roles.Existing);

    public int SecondRole() => Pick(model.Roles.Existing);

    public int Organization() => Named(change.Thing, model.Organizations.Find, () => model.Organizations.Existing);

    public int SecondOrganization() => Pick(model.Organizations.Existing);

    public int Group() => Named(change.Thing, model.Groups.Find, () => model.Groups.Existing);

    public int Permission() => (int)(Next() % (ulong)model.Permissions.Count);

    /// <summary>Somebody of a set who exists, or -1.</summary>
    public int Member(MemberSet set) => change.Other is { } id ? model.Users.Find(id)
        : set.All.Where(model.Users.Exists).ToList() is { Count: > 0 } people ? Pick(people) : -1;

    /// <summary>Something of a set, or -1.</summary>
    public int Any(MemberSet set) => set.Count == 0 ? -1 : set.At((int)(Next() % (ulong)set.Count));

    private int Named(string? id, Func<string, int> find, Func<IReadOnlyList<int>> all) =>
        id is null ? Pick(all())
        : find(id) is >= 0 and var number ? number
        : throw new InvalidOperationException($"There is no '{id}' to be changed.");

    private int Pick(IReadOnlyList<int> from) => from[(int)(Next() % (ulong)from.Count)];

    private ulong Next() => _hash = Mixing.Mix(_hash + 0x9E3779B97F4A7C15);
}
