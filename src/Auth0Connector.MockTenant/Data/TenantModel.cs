using Auth0Connector.MockTenant.Users;

namespace Auth0Connector.MockTenant.Data;

/// <summary>The whole tenant as functions of the seed; no part of it grows with its size.</summary>
internal sealed class TenantModel
{
    public TenantModel(MockTenantOptions options, string audience)
    {
        Users = new UserDirectory(options);
        UserJson = new UserJson(Users);
        Connections = new Connections((ulong)options.Seed);
        Roles = new RoleModel(options, Users);
        Organizations = new OrganizationModel(options, Users, Roles);
        Groups = new GroupModel(options, Users, Roles, Organizations);
        Permissions = new PermissionModel(options, Users, Roles, audience);
        Clients = new ClientModel(options, Permissions);
    }

    public UserDirectory Users { get; }

    public UserJson UserJson { get; }

    public Connections Connections { get; }

    public RoleModel Roles { get; }

    public OrganizationModel Organizations { get; }

    public GroupModel Groups { get; }

    public PermissionModel Permissions { get; }

    public ClientModel Clients { get; }
}
