using Auth0Connector.ManagementApi;
using Auth0Connector.ManagementApi.Records;

namespace Auth0Connector.Provisioning.Changes;

/// <summary>Several memberships of one organization in one request.</summary>
internal static class MembershipGroup
{
    public static Task<WriteReceipt> SendAsync(ManagementApiClient client, IReadOnlyList<AccessChange> changes, CancellationToken cancellationToken)
    {
        var organizationId = ((AccessTarget.Membership)changes[0].Target).OrganizationId;
        var users = changes.Select(static change => change.PrincipalId).Distinct(StringComparer.Ordinal).ToList();
        return changes[0].IsGrant
            ? client.AddMembersAsync(organizationId, users, cancellationToken)
            : client.RemoveMembersAsync(organizationId, users, cancellationToken);
    }
}
