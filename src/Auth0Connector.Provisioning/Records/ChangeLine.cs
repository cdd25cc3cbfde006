using Auth0Connector.Provisioning.Changes;

namespace Auth0Connector.Provisioning.Records;

/// <summary>A change as a line of a file names it: ids only, no people's names.</summary>
internal sealed record ChangeLine
{
    public string Change { get; init; } = "";

    public string PrincipalType { get; init; } = "user";

    public string Principal { get; init; } = "";

    public string? Role { get; init; }

    public string? Organization { get; init; }

    public string? Api { get; init; }

    public string? Scope { get; init; }

    public static ChangeLine Of(AccessChange change)
    {
        var line = new ChangeLine
        {
            Change = change.IsGrant ? "grant" : "revoke",
            PrincipalType = change.PrincipalType switch
            {
                Changes.PrincipalType.Group => "group",
                Changes.PrincipalType.Role => "role",
                _ => "user",
            },
            Principal = change.PrincipalId,
        };
        return change.Target switch
        {
            AccessTarget.TenantRole role => line with { Role = role.RoleId },
            AccessTarget.Membership member => line with { Organization = member.OrganizationId },
            AccessTarget.OrganizationRole role => line with { Organization = role.OrganizationId, Role = role.RoleId },
            AccessTarget.ApiScope permission => line with { Api = permission.Identifier, Scope = permission.Scope },
            _ => line,
        };
    }

    /// <summary>The change that the line names, or <see langword="null"/> where it names none.</summary>
    public AccessChange? ToChange()
    {
        AccessTarget? target = (Organization, Role, Api, Scope) switch
        {
            ({ } organization, { } role, null, null) => new AccessTarget.OrganizationRole(organization, role),
            ({ } organization, null, null, null) => new AccessTarget.Membership(organization),
            (null, { } role, null, null) => new AccessTarget.TenantRole(role),
            (null, null, { } api, { } scope) => new AccessTarget.ApiScope(api, scope),
            _ => null,
        };
        Changes.PrincipalType? type = PrincipalType switch
        {
            "user" => Changes.PrincipalType.User,
            "group" => Changes.PrincipalType.Group,
            "role" => Changes.PrincipalType.Role,
            _ => null,
        };
        return target is null || type is not { } known || Principal.Length == 0 || Change is not ("grant" or "revoke")
            ? null
            : new AccessChange(Change == "grant", known, Principal, target) is { IsPossible: true } change ? change : null;
    }
}
