using Auth0Connector.Vocabulary;

namespace Auth0Connector.Provisioning.Access;

/// <summary>Which scopes each use needs (API reference, section 5), in one table that code and documentation share; those of access stand in <see cref="AccessKinds"/>.</summary>
public static class ScopeNeeds
{
    /// <summary>Finding people by id, e-mail address or name.</summary>
    public static ScopeNeed FindUsers { get; } = ScopeNeed.Of("finding people", "read:users");

    /// <summary>Finding roles by id or name.</summary>
    public static ScopeNeed FindRoles { get; } = ScopeNeed.Of("finding roles", "read:roles");

    /// <summary>Finding organizations by id or name.</summary>
    public static ScopeNeed FindOrganizations { get; } = ScopeNeed.Of("finding organizations", "read:organizations");

    /// <summary>Blocking and unblocking.</summary>
    public static ScopeNeed Block { get; } = ScopeNeed.Of("blocking people", "update:users");

    /// <summary>Ending sessions.</summary>
    public static ScopeNeed EndSessions { get; } = ScopeNeed.Of("ending sessions", "delete:sessions", "delete:refresh_tokens");

    /// <summary>Setting passwords.</summary>
    public static ScopeNeed SetPassword { get; } = ScopeNeed.Of("setting passwords", "update:users");

    /// <summary>Creating accounts.</summary>
    public static ScopeNeed Create { get; } = ScopeNeed.Of("creating accounts", "create:users");

    /// <summary>Deleting accounts.</summary>
    public static ScopeNeed Delete { get; } = ScopeNeed.Of("deleting accounts", "delete:users");

    /// <summary>What a change needs: sending it, and reading what is held before and after.</summary>
    public static IReadOnlyList<ScopeNeed> Of(AccessChange change) => change.Kind.Needs(change.IsGrant);

    /// <summary>What it needs to change everything that an access file can name.</summary>
    public static IReadOnlyList<ScopeNeed> OfFile(bool isGrant) =>
        [.. AccessKinds.All.Where(static kind => TargetForms.IsInFile(kind.Target)).SelectMany(kind => kind.Needs(isGrant))];

    /// <summary>What it needs to change many targets of principals of one type, each kind of them once.</summary>
    public static IEnumerable<ScopeNeed> Of(bool isGrant, PrincipalType principal, IEnumerable<AccessTarget> targets)
    {
        var kinds = targets.Select(target => AccessKinds.Find(principal, target)).ToHashSet();
        return AccessKinds.All.Where(kinds.Contains).SelectMany(kind => kind.Needs(isGrant));
    }
}
