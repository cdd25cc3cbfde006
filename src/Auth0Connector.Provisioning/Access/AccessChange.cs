using Auth0Connector.ManagementApi.Writes;
using Auth0Connector.Provisioning.Journal;

namespace Auth0Connector.Provisioning.Access;

/// <summary>One thing to give to somebody, or to take.</summary>
/// <param name="IsGrant">Given or taken.</param>
/// <param name="PrincipalType">Kind of the one who gets or loses it.</param>
/// <param name="PrincipalId">Id of the one who gets or loses it.</param>
/// <param name="Target">What.</param>
public sealed record AccessChange(bool IsGrant, PrincipalType PrincipalType, string PrincipalId, AccessTarget Target)
{
    /// <summary>Whether the API has a way to do it.</summary>
    public bool IsPossible => AccessKinds.Find(PrincipalType, Target) is not null;

    /// <summary>Whether it may share a request with others of the same target.</summary>
    public bool CanShare => Kind.WriteTogether is not null;

    /// <summary>The request that makes it.</summary>
    public ApiWrite Write => Kind.Write(IsGrant, PrincipalId, Target);

    /// <summary>What of the table of access it is.</summary>
    internal AccessKind Kind => AccessKinds.Find(PrincipalType, Target) ?? throw new InvalidOperationException("no such change");

    /// <summary>Throws where the API has no way to do it.</summary>
    public void Check()
    {
        if (!IsPossible)
        {
            throw new ProvisioningException(ProvisioningErrorKind.Unusable, $"the Management API cannot change the {Target.Describe()} of a {PrincipalType.Id()}");
        }
    }

    /// <summary>The change in words, with ids.</summary>
    public string Describe() => AccessNames.None.Describe(this);

    /// <summary>The request that makes several changes of one target that can share it.</summary>
    internal static ApiWrite WriteTogether(IReadOnlyList<AccessChange> changes) => changes[0].Kind.WriteTogether!(
        changes[0].IsGrant,
        [.. changes.Select(static change => change.PrincipalId).Distinct(StringComparer.Ordinal)],
        changes[0].Target);

    /// <summary>The change that a line of a file names, or <see langword="null"/> where it names none.</summary>
    internal static AccessChange? Of(ChangeLine line) =>
        line.Principal.Length > 0
        && line.Gives() is { } isGrant
        && PrincipalTypes.Of(line.PrincipalType) is { } type
        && TargetForms.Of(new TargetIds(line.Role, line.Organization, line.Api, line.Scope)) is { } target
        && new AccessChange(isGrant, type, line.Principal, target) is { IsPossible: true } change
            ? change
            : null;

    /// <summary>The change as a line of a file names it: ids only, no people's names.</summary>
    internal ChangeLine ToLine() => new()
    {
        Change = ChangeLine.Word(IsGrant),
        PrincipalType = PrincipalType.Id(),
        Principal = PrincipalId,
        Role = Target.Ids.Role,
        Organization = Target.Ids.Organization,
        Api = Target.Ids.Api,
        Scope = Target.Ids.Scope,
    };
}
