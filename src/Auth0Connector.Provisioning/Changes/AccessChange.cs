namespace Auth0Connector.Provisioning.Changes;

/// <summary>Whom a change is about.</summary>
public enum PrincipalType
{
    /// <summary>A person.</summary>
    User,

    /// <summary>A group.</summary>
    Group,

    /// <summary>A role, which can hold permissions.</summary>
    Role,
}

/// <summary>One thing to give to somebody, or to take.</summary>
/// <param name="IsGrant">Given or taken.</param>
/// <param name="PrincipalType">Kind of the one who gets or loses it.</param>
/// <param name="PrincipalId">Id of the one who gets or loses it.</param>
/// <param name="Target">What.</param>
public sealed record AccessChange(bool IsGrant, PrincipalType PrincipalType, string PrincipalId, AccessTarget Target)
{
    /// <summary>Whether the API has a way to do it.</summary>
    public bool IsPossible => (PrincipalType, Target) switch
    {
        (PrincipalType.User, _) => true,
        (PrincipalType.Group, AccessTarget.TenantRole or AccessTarget.OrganizationRole) => true,
        (PrincipalType.Role, AccessTarget.ApiScope) => true,
        _ => false,
    };

    /// <summary>Throws where the API has no way to do it.</summary>
    public void Check()
    {
        if (!IsPossible)
        {
            throw new ProvisioningException(ProvisioningErrorKind.Unusable, $"the Management API cannot change the {Target.Describe()} of a {Name(PrincipalType)}");
        }
    }

    /// <summary>The change in words, with ids.</summary>
    public string Describe() => $"{Target.Describe()} {(IsGrant ? "for" : "from")} {PrincipalId}";

    private static string Name(PrincipalType type) => type switch
    {
        PrincipalType.User => "user",
        PrincipalType.Group => "group",
        _ => "role",
    };
}
