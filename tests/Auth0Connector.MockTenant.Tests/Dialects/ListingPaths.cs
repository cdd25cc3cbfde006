namespace Auth0Connector.MockTenant.Tests.Dialects;

/// <summary>A real path for every listing of the table, of things that the truth knows.</summary>
internal static class ListingPaths
{
    public static async Task<HttpResponseMessage> AskAsync(TenantClient tenant, MockListing listing)
    {
        if (listing.Name == "export")
        {
            using var body = new StringContent("""{"format":"json"}""", System.Text.Encoding.UTF8, "application/json");
            return await tenant.Http.PostAsync(new Uri(tenant.Server.BaseUrl, "api/v2/jobs/users-exports"), body);
        }

        return await tenant.SendAsync(Of(tenant.Truth, listing));
    }

    private static string Of(TenantTruth truth, MockListing listing)
    {
        var membership = truth.Memberships.First();
        var template = listing.Endpoint["GET /".Length..];
        var id = template.Split('/')[0] switch
        {
            "users" => membership.UserId,
            "roles" => truth.Roles.Last().Id,
            "organizations" => membership.OrganizationId,
            "groups" => truth.Groups.First().Id,
            "clients" => truth.Clients.First().ClientId,
            "resource-servers" => truth.ResourceServers.First().Id,
            _ => "",
        };
        var path = template
            .Replace("{id}", Uri.EscapeDataString(id), StringComparison.Ordinal)
            .Replace("{user_id}", Uri.EscapeDataString(membership.UserId), StringComparison.Ordinal)
            .Replace("{group_id}", truth.Groups.First().Id, StringComparison.Ordinal)
            .Replace("{name}", truth.Organizations.First().Name, StringComparison.Ordinal);
        return listing.Name switch
        {
            "users-by-email" => path + "?email=nobody@mail.example",
            "organization-owned-roles" => $"{path}&owner_id={truth.Organizations.First().Id}",
            _ => path,
        };
    }
}
