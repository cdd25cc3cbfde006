using Auth0Connector.AccessFile.Messages;
using Auth0Connector.ManagementApi.Records;
using Auth0Connector.Vocabulary;
using Google.Protobuf.WellKnownTypes;

namespace Auth0Connector.Sync.Mapping;

/// <summary>Applications, and what they may ask of APIs.</summary>
internal static class ClientMapper
{
    public static Resource Client(ClientRecord client, string id) => new()
    {
        Id = ResourceMapper.Id(ResourceTypeIds.Client, id),
        DisplayName = ResourceMapper.Name(client.Name, id),
        Annotations = { Annotation.Pack(new AppTrait()) },
        Profile = new ProfileBuilder()
            .Add("id", id)
            .Add("name", client.Name ?? "")
            .Add("app_type", client.AppType)
            .Add("is_first_party", client.IsFirstParty)
            .Add("grant_types", client.GrantTypes)
            .Add("organization_usage", client.OrganizationUsage)
            .Add("token_endpoint_auth_method", client.TokenEndpointAuthMethod)
            .Build(),
    };

    /// <summary>
    /// The grant of one scope. Several client grants may hold the same scope for different subjects: what each says stands
    /// under its own subject type, so that they join to one grant (design: client grants).
    /// </summary>
    public static Grant Granted(ClientGrantRecord grant, Resource scope)
    {
        var granted = GrantMapper.Of(scope, EntitlementSlugs.Granted, ResourceTypeIds.Client, grant.ClientId!);
        granted.Annotations.Add(Annotation.Pack(new GrantMetadata { Metadata = Metadata(grant) }));
        return granted;
    }

    private static Struct Metadata(ClientGrantRecord grant) => new ProfileBuilder()
        .Add("audience", grant.Audience)
        .Add("subject_types", new ProfileBuilder().Add(
            string.IsNullOrEmpty(grant.SubjectType) ? "client" : grant.SubjectType,
            new ProfileBuilder()
                .Add("client_grant_id", grant.Id)
                .Add("organization_usage", grant.OrganizationUsage)
                .Add("allow_any_organization", grant.AllowAnyOrganization)
                .Add("allow_all_scopes", grant.AllowAllScopes)))
        .Build();
}
