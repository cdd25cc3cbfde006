using Auth0Connector.ManagementApi;
using Auth0Connector.ManagementApi.Failures;
using Auth0Connector.Sync.Collections.Organizations;
using Auth0Connector.Sync.Parts;

namespace Auth0Connector.Sync.Preflight;

/// <summary>
/// Where a token does not say its scopes, asks once whether members come with the roles they hold: a refusal would
/// otherwise cost the members themselves, which come in the same answer.
/// </summary>
internal static class MemberRolesProbe
{
    public static async Task<SyncParts> AskAsync(ManagementApiClient api, SyncParts parts, CancellationToken cancellationToken)
    {
        if (!parts.Reads(OrganizationParts.MemberRoles) || (await api.PeekOrganizationsAsync(cancellationToken)).Items is not [{ Id: { } organization }, ..])
        {
            return parts;
        }

        try
        {
            await api.PeekOrganizationMembersAsync(organization, cancellationToken);
            return parts;
        }
        catch (ManagementApiException refused) when (parts.CanDoWithout(OrganizationParts.MemberRoles, refused))
        {
            return parts.Without(OrganizationParts.MemberRoles, Refusal.Skip(OrganizationParts.MemberRoles.What, Refusal.Why(refused)));
        }
        catch (ManagementApiException gone) when (gone.Kind == ManagementApiErrorKind.NotFound)
        {
            return parts;
        }
    }
}
