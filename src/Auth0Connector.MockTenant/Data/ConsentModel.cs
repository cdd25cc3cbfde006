using System.Collections.Immutable;
using Auth0Connector.MockTenant.Users;

namespace Auth0Connector.MockTenant.Data;

/// <summary>What people allowed third-party applications to do in their name: one person in five allowed one (reference 4.7).</summary>
internal sealed class ConsentModel(MockTenantOptions options, UserDirectory users, ClientModel clients, PermissionModel permissions)
{
    private const int Every = 5;
    private const int FirstThirdParty = 5;

    private readonly OpaqueIds _ids = new("", Mixing.Hash((ulong)options.Seed, 0xC0), options.Users / Every);
    private volatile ImmutableHashSet<int> _revoked = [];

    /// <summary>Consents that were not revoked, of people who exist.</summary>
    public IEnumerable<int> Existing => clients.Count > FirstThirdParty && permissions.ServerCount > 1
        ? Enumerable.Range(0, _ids.Count).Where(consent => !_revoked.Contains(consent) && users.Exists(consent * Every))
        : [];

    public TruthConsent At(int consent) => new(
        _ids.At(consent),
        clients.IdAt(FirstThirdParty),
        users.IdOf(consent * Every),
        permissions.Identifier(1),
        [.. Enumerable.Range(0, Math.Min(2, permissions.ScopeCount(1))).Select(scope => permissions.ScopeValue(1, scope))]);

    public int Find(string id) => _ids.Find(id) is >= 0 and var consent && Existing.Contains(consent) ? consent : -1;

    /// <summary>Takes consents back.</summary>
    public void Revoke(IEnumerable<int> consents) => _revoked = _revoked.Union(consents);

    /// <summary>Forgets what was taken back.</summary>
    public void Reset() => _revoked = [];
}
