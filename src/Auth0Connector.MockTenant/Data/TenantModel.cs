using System.Collections.Concurrent;
using Auth0Connector.MockTenant.Users;

namespace Auth0Connector.MockTenant.Data;

/// <summary>The whole tenant as functions of the seed; no part of it grows with its size.</summary>
internal sealed class TenantModel
{
    private readonly MockTenantOptions _options;

    public TenantModel(MockTenantOptions options, string audience)
    {
        _options = options;
        Users = new UserDirectory(options);
        UserJson = new UserJson(Users);
        Connections = new Connections((ulong)options.Seed);
        Roles = new RoleModel(options, Users);
        Organizations = new OrganizationModel(options, Users, Roles);
        Groups = new GroupModel(options, Users, Roles, Organizations);
        Permissions = new PermissionModel(options, Users, Roles, audience);
        Clients = new ClientModel(options, Permissions);
        Consents = new ConsentModel(options, Users, Clients, Permissions);
        Log = new TenantLog(options);
        EnterCast();
    }

    public UserDirectory Users { get; }

    public UserJson UserJson { get; }

    public Connections Connections { get; }

    public RoleModel Roles { get; }

    public OrganizationModel Organizations { get; }

    public GroupModel Groups { get; }

    public PermissionModel Permissions { get; }

    public ClientModel Clients { get; }

    public ConsentModel Consents { get; }

    /// <summary>People whose sessions and refresh tokens were ended, as often as it was asked for.</summary>
    public ConcurrentQueue<string> EndedAccess { get; } = new();

    /// <summary>The last password that was given to a person since the start, by the person's id.</summary>
    public ConcurrentDictionary<string, string> Passwords { get; } = new(StringComparer.Ordinal);

    /// <summary>What happened since the start.</summary>
    public TenantLog Log { get; }

    /// <summary>Whether the log tells what was sent and answered.</summary>
    public bool TellsBodies => _options.LogBodies;

    /// <summary>The application that writes.</summary>
    public string CallerId => _options.ClientId;

    /// <summary>One write at a time, so that what it checks still holds when it is done.</summary>
    public Lock Writing { get; } = new();

    /// <summary>Forgets everything that was written.</summary>
    public void Reset()
    {
        lock (Writing)
        {
            Users.Changes.Clear();
            Roles.Reset();
            Organizations.Things.Clear();
            Organizations.MemberChanges.Clear();
            Organizations.RoleChanges.Clear();
            Groups.Things.Clear();
            Groups.MemberChanges.Clear();
            Groups.RoleChanges.Clear();
            Groups.OrganizationRoleChanges.Clear();
            Permissions.RoleChanges.Clear();
            Permissions.UserChanges.Clear();
            Clients.OrganizationChanges.Clear();
            Consents.Reset();
            EndedAccess.Clear();
            Passwords.Clear();
            Log.Clear();
            EnterCast();
        }
    }

    private void EnterCast()
    {
        if (_options.Cast)
        {
            Cast.Enter(this);
        }
    }

    /// <summary>Deletes somebody, with everything held.</summary>
    public void DeleteUser(int user)
    {
        foreach (var role in Roles.Existing)
        {
            if (Roles.MembersOf(role).IndexOf(user) >= 0)
            {
                Roles.Change(role, [], [user]);
            }
        }

        foreach (var organization in Organizations.Existing)
        {
            if (Organizations.MembersOf(organization).IndexOf(user) >= 0)
            {
                Organizations.ChangeMembers(organization, [], [user]);
            }
        }

        Users.Changes.Delete(user);
    }
}
