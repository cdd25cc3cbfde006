using Auth0Connector.AccessFile.Expansion;
using Auth0Connector.AccessFile.Messages;
using Auth0Connector.AccessFile.Tests.Fixtures;
using Microsoft.Extensions.Time.Testing;

namespace Auth0Connector.AccessFile.Tests.Expansion;

/// <summary>A database with an unexpanded sync, to be expanded and looked at.</summary>
internal sealed class ExpansionBench : IDisposable
{
    private readonly TempFolder _folder = new();

    public ExpansionBench()
    {
        Database = new SampleDatabase(_folder.File("expansion.db"));
        Database.AddSync();
    }

    public SampleDatabase Database { get; }

    public void Dispose()
    {
        Database.Dispose();
        _folder.Dispose();
    }

    /// <summary>Adds entitlements written as <c>type:id:slug</c>.</summary>
    public void Entitlements(params string[] entitlements)
    {
        foreach (var entitlement in entitlements)
        {
            var (type, id, slug) = Split(entitlement);
            Database.AddEntitlement(type, id, slug);
        }
    }

    /// <summary>Gives an entitlement to <c>type:id</c>, with sources when some are named.</summary>
    public void Grant(string entitlement, string principal, params string[] sources)
    {
        var map = new GrantSources();
        foreach (var source in sources)
        {
            map.Sources.Add(source, new GrantSources.Types.GrantSource { IsDirect = true });
        }

        Database.AddGrant(Split(entitlement), SplitPrincipal(principal), sources: sources.Length == 0 ? null : map);
    }

    /// <summary>Everyone who holds the source also holds the target: a grant of it to the owner of the source.</summary>
    public void Pass(string source, string target, bool isShallow = false, string[]? types = null, string? carrier = null)
    {
        var (type, id, _) = Split(source);
        var expandable = new GrantExpandable
        {
            EntitlementIds = { source },
            Shallow = isShallow,
            ResourceTypeIds = { types ?? ["user"] },
        };
        Database.AddGrant(Split(target), carrier is null ? (type, id) : SplitPrincipal(carrier), expandable);
    }

    public ExpansionReport Expand(ExpansionOptions? options = null)
    {
        return GrantExpander.Expand(Database.Connection, SampleDatabase.SyncId, options ?? Options(), CancellationToken.None);
    }

    public long Estimate()
    {
        return GrantExpander.EstimateNewGrants(Database.Connection, SampleDatabase.SyncId, Options(), CancellationToken.None);
    }

    /// <summary>Who holds the entitlement, each with the sources as <c>id=direct</c>.</summary>
    public List<string> Holders(string entitlement)
    {
        return
        [
            .. Grants(entitlement)
                .Select(grant => Describe(grant))
                .Order(StringComparer.Ordinal),
        ];
    }

    public List<Grant> Grants(string entitlement)
    {
        using var command = Database.Connection.CreateCommand();
        command.CommandText = "select data from v1_grants where entitlement_id = $id order by id";
        command.Parameters.AddWithValue("$id", entitlement);
        using var reader = command.ExecuteReader();
        var grants = new List<Grant>();
        while (reader.Read())
        {
            grants.Add(Auth0Connector.AccessFile.Messages.Grant.Parser.ParseFrom(reader.GetFieldValue<byte[]>(0)));
        }

        return grants;
    }

    public static ExpansionOptions Options(int maxDepth = ExpansionOptions.DefaultMaxDepth, int pageSize = 3)
    {
        return new ExpansionOptions
        {
            TimeProvider = new FakeTimeProvider(new DateTimeOffset(2026, 1, 2, 5, 0, 0, TimeSpan.Zero)),
            MaxDepth = maxDepth,
            PageSize = pageSize,
        };
    }

    private static string Describe(Grant grant)
    {
        var sources = grant.Sources?.Sources.Select(source => $"{source.Key}={(source.Value.IsDirect ? "direct" : "inherited")}");
        var id = $"{grant.Principal.Id.ResourceType}:{grant.Principal.Id.Resource}";
        return sources is null ? id : $"{id} from {string.Join(", ", sources)}";
    }

    private static (string Type, string Id, string Slug) Split(string entitlement)
    {
        var parts = entitlement.Split(':');
        return (parts[0], parts[1], parts[2]);
    }

    private static (string Type, string Id) SplitPrincipal(string principal)
    {
        var parts = principal.Split(':');
        return (parts[0], parts[1]);
    }
}
