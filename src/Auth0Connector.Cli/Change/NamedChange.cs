using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Shell;
using Auth0Connector.Provisioning.Access;
using Auth0Connector.Provisioning.Lookups;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Cli.Change;

/// <summary>A change as <c>--user</c>, <c>--role</c> and <c>--organization</c> name it.</summary>
internal sealed record NamedChange(bool IsGrant, string User, string? Role, string? Organization)
{
    public static NamedChange Read(ResolvedSettings settings, bool isGrant)
    {
        var user = settings.Given(ChangeFlags.User)?.Text;
        var role = settings.Given(ChangeFlags.Role)?.Text;
        var organization = settings.Given(ChangeFlags.Organization)?.Text;
        if (user is null || (role is null && organization is null))
        {
            throw new UsageException($"{(isGrant ? "grant" : "revoke")}: needs --user, and --role or --organization or both");
        }

        return new NamedChange(isGrant, user, role, organization);
    }

    /// <summary>Checks the scopes, then turns names into ids.</summary>
    public async Task<FoundAccess> FindAsync(ChangeSession run, CancellationToken cancellationToken)
    {
        await ScopeGate.RequireAsync(run.Client, Needs(), cancellationToken);
        var found = await PersonChoice.FindAsync(run.Session, User, who => run.Lookup.FindAsync(IsGrant, who, Role, Organization, cancellationToken));
        run.WarnUnverified(found.IsUnverified, User);
        return found;
    }

    private IEnumerable<ScopeNeed> Needs()
    {
        // Names do for ids: only what sort of thing it is counts here.
        var needs = ScopeNeeds.Of(IsGrant, PrincipalType.User, [AccessTarget.Named(Role, Organization)!]).Append(ScopeNeeds.FindUsers);
        needs = Role is null ? needs : needs.Append(ScopeNeeds.FindRoles);
        return Organization is null ? needs : needs.Append(ScopeNeeds.FindOrganizations);
    }
}
