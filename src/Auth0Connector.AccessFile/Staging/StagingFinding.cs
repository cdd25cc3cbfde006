namespace Auth0Connector.AccessFile.Staging;

/// <summary>What was found wrong with rows while a working file was put in order.</summary>
public enum StagingFindingKind
{
    /// <summary>A row stood twice and now stands once.</summary>
    Duplicate,

    /// <summary>A grant to somebody who is no resource was removed.</summary>
    UnknownPrincipal,

    /// <summary>A grant of an entitlement that does not exist was removed.</summary>
    UnknownEntitlement,
}

/// <summary>How often something was found in rows of a sort.</summary>
/// <param name="Kind">What was found.</param>
/// <param name="TypeId">Resource type of the resource, or of the grant's entitlement.</param>
/// <param name="PrincipalTypeId">Resource type of the grant's principal; <see langword="null"/> for resources.</param>
/// <param name="Count">How many rows.</param>
public sealed record StagingFinding(StagingFindingKind Kind, string TypeId, string? PrincipalTypeId, long Count);
