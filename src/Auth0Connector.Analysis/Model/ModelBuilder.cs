using Auth0Connector.AccessFile.Messages;
using Auth0Connector.AccessFile.Reading;
using Auth0Connector.Analysis.Listing;
using Auth0Connector.Analysis.Reach;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Analysis.Model;

/// <summary>Reads the rows of a sync once and joins them by number.</summary>
internal sealed class ModelBuilder
{
    private readonly Dictionary<string, ThingKind?> _kinds = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, string), int> _people = [];
    private readonly Dictionary<(string, string), int> _things = [];
    private readonly Dictionary<string, int> _rights = new(StringComparer.Ordinal);
    private readonly Dictionary<int, List<int>> _direct = [];
    private readonly Dictionary<int, List<RecordedRight>> _recorded = [];

    public List<Account> People { get; } = [];

    public List<Thing> Things { get; } = [];

    public List<Right> Rights { get; } = [];

    public List<Passage<int>> Passages { get; } = [];

    public List<OtherGrant> OtherGrants { get; } = [];

    public Dictionary<string, string> KindWords { get; } = new(StringComparer.Ordinal);

    public required RightClosure Closure { get; set; }

    public static ModelBuilder Build(AccessList list, CancellationToken cancellationToken)
    {
        var builder = new ModelBuilder { Closure = new RightClosure(0, []) };
        foreach (var type in list.ResourceTypes(cancellationToken))
        {
            builder._kinds[type.Id] = ThingKinds.Of(type);
            builder.KindWords[type.Id] = builder._kinds[type.Id] is { } kind ? ThingKinds.Word(kind) : (ThingKinds.IsApplication(type) ? ResourceTypeIds.Client : type.Id);
        }

        foreach (var row in list.Reader.ReadResources(list.Sync, ResourceFilter.All, cancellationToken))
        {
            builder.Add(row);
        }

        foreach (var row in list.Reader.ReadEntitlements(list.Sync, EntitlementFilter.All, cancellationToken))
        {
            builder.RightOf(row.Id, row.ResourceTypeId, row.ResourceId, row.Message.Slug, row.Message.DisplayName);
        }

        builder.ReadPassages(list, cancellationToken);
        foreach (var row in list.Reader.ReadGrants(list.Sync, GrantFilter.All, cancellationToken))
        {
            builder.Add(row, list);
        }

        builder.Finish();
        return builder;
    }

    private void Add(ResourceRow row)
    {
        var resource = row.Message;
        var key = (row.ResourceTypeId, row.ResourceId);
        if (_kinds.GetValueOrDefault(row.ResourceTypeId) == ThingKind.User)
        {
            if (_people.TryAdd(key, People.Count))
            {
                People.Add(Account.Of(resource, People.Count, row.ResourceTypeId, row.ResourceId));
            }
        }
        else if (_things.TryAdd(key, Things.Count))
        {
            Things.Add(new Thing(Things.Count, row.ResourceTypeId, row.ResourceId, resource.DisplayName, KindOf(row.ResourceTypeId), Note(resource), row.ParentResourceId));
        }
    }

    private static string Note(Resource resource) =>
        resource.Description.Length > 0 ? resource.Description : new Person(resource).Profile("description");

    private ThingKind? KindOf(string typeId) => _kinds.GetValueOrDefault(typeId);

    private void Add(GrantRow row, AccessList list)
    {
        if (!_people.TryGetValue((row.PrincipalTypeId, row.PrincipalId), out var person))
        {
            OtherGrants.Add(new OtherGrant(
                RightOf(row.EntitlementId, row.ResourceTypeId, row.ResourceId),
                ThingOf(row.PrincipalTypeId, row.PrincipalId),
                AllScopes.AreGranted(row.Message)));
            return;
        }

        var right = RightOf(row.EntitlementId, row.ResourceTypeId, row.ResourceId);
        if (GrantSource.IsDirect(row.Message, row.EntitlementId))
        {
            ListOf(_direct, person).Add(right);
            return;
        }

        foreach (var source in GrantSource.Others(row.Message, row.EntitlementId))
        {
            var owner = list.OwnerOf(source);
            ListOf(_recorded, person).Add(new RecordedRight(right, RightOf(source, owner?.TypeId ?? row.ResourceTypeId, owner?.Id ?? row.ResourceId)));
        }
    }

    private void ReadPassages(AccessList list, CancellationToken cancellationToken)
    {
        // Whoever is a person is one by trait, whatever the type is called.
        var types = _kinds.Where(type => type.Value == ThingKind.User).Select(type => type.Key).ToList();
        foreach (var passage in PassageGraph.Load(list, cancellationToken).All.Where(passage => types.Exists(passage.Admits)))
        {
            Passages.Add(new Passage<int>(RightOf(passage.Source), RightOf(passage.Target), passage.IsShallow, passage.PrincipalTypeIds));
        }
    }

    private void Finish()
    {
        Closure = new RightClosure(Rights.Count, Passages);
        foreach (var account in People)
        {
            account.Direct = _direct.GetValueOrDefault(account.Index) ?? [];
            var direct = Closure.WaysOf(account.TypeId, account.Direct, []);
            account.Recorded = [.. (_recorded.GetValueOrDefault(account.Index) ?? []).Where(recorded => !direct.Has(recorded.Right))];
            var ways = account.Recorded.Count == 0 ? direct : Closure.WaysOf(account.TypeId, account.Direct, account.Recorded);
            account.Reached = [.. ways.Keys.Order()];
        }
    }

    private int RightOf(Held held) => RightOf(held.EntitlementId, held.TypeId, held.ResourceId);

    private int RightOf(string id, string typeId, string resourceId, string? slug = null, string? name = null)
    {
        if (!_rights.TryGetValue(id, out var right))
        {
            _rights[id] = right = Rights.Count;
            slug = string.IsNullOrEmpty(slug) ? id[(id.LastIndexOf(':') + 1)..] : slug;
            Rights.Add(new Right(right, id, ThingOf(typeId, resourceId), slug, name ?? slug));
        }

        return right;
    }

    private int ThingOf(string typeId, string id)
    {
        if (!_things.TryGetValue((typeId, id), out var thing))
        {
            _things[(typeId, id)] = thing = Things.Count;
            Things.Add(new Thing(thing, typeId, id, Missing.Resource(typeId, id).DisplayName, KindOf(typeId), string.Empty, Parent: null));
        }

        return thing;
    }

    private static List<T> ListOf<T>(Dictionary<int, List<T>> map, int key) => map.TryGetValue(key, out var list) ? list : map[key] = [];
}
