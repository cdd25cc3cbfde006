using Auth0Connector.MockTenant;

namespace Auth0Connector.Cli.Tests.Changes;

/// <summary>A small tenant of which every run is alike to the last id, and an access file of it, read once with every scope.</summary>
public sealed class LeastPrivilegeTenant : IAsyncLifetime
{
    private readonly TempFolder _folder = new();

    public static MockTenantOptions Options { get; } = new() { Users = 120, Organizations = 8, OrganizationMembers = 5, RoleMembers = 8 };

    private string SyncedFile => _folder.File("sync.c1z");

    public async Task InitializeAsync()
    {
        await using var workspace = await ChangeWorkspace.StartAsync(Options);
        var synced = await workspace.RunAsync("-f", SyncedFile);
        Assert.True(synced.ExitCode == 0, synced.Error);
    }

    public Task DisposeAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>Puts beside the run what its command line names: the access file, a sheet or a ledger.</summary>
    internal void Prepare(ChangeWorkspace workspace, string use)
    {
        var (role, plain, inside) = Held(workspace.Truth);
        if (use.StartsWith("--", StringComparison.Ordinal))
        {
            File.Copy(SyncedFile, workspace.Files.PathOf("sync.c1z"));
        }

        workspace.Files.Write(
            "decisions.csv",
            "user,role,organization\n"
            + $"\"{role.UserId}\",{role.RoleId},\n\"{plain.UserId}\",,{plain.OrganizationId}\n\"{inside.UserId}\",{inside.RoleIds[0]},{inside.OrganizationId}\n");
        workspace.Files.Write(
            "access-ledger.jsonl",
            Ledger(1, role.UserId, $"\"role\":\"{role.RoleId}\"")
            + Ledger(2, plain.UserId, $"\"organization\":\"{plain.OrganizationId}\"")
            + Ledger(3, inside.UserId, $"\"organization\":\"{inside.OrganizationId}\",\"role\":\"{inside.RoleIds[0]}\""));
    }

    /// <summary>The command line with the ids of the tenant.</summary>
    internal static string[] Fill(TenantTruth truth, string[] arguments)
    {
        var role = truth.Roles.Last().Id;
        var holders = truth.RoleAssignments.Where(x => x.RoleId == role).Select(x => x.UserId).ToHashSet();
        var (_, member, inside) = Held(truth);
        var members = truth.Memberships.Where(x => x.OrganizationId == member.OrganizationId).Select(x => x.UserId).ToHashSet();
        var group = truth.Groups.First(x => truth.GroupRoles.All(y => y.GroupId != x.Id || y.RoleId != role)).Id;
        var held = truth.GroupRoles.First();
        var heldInside = truth.OrganizationGroupRoles.First();
        var other = truth.Groups.First(x => x.Id != heldInside.GroupId).Id;
        return [.. arguments.SelectMany(argument => argument switch
        {
            "{user}" => [$"--user={truth.Users.Last(x => !x.Blocked && !holders.Contains(x.Id)).Id}"],
            "{blocked}" => [$"--user={truth.Users.Last(x => x.Blocked).Id}"],
            "{holder}" => [$"--user={holders.First()}"],
            "{outsider}" => [$"--user={truth.Users.Last(x => !members.Contains(x.Id)).Id}"],
            "{member}" => [$"--user={member.UserId}"],
            "{insider}" => [$"--user={inside.UserId}", "--organization", inside.OrganizationId, "--role", inside.RoleIds[0]],
            "{role}" => ["--role", role],
            "{organization}" => ["--organization", member.OrganizationId],
            "{groupRole}" => ["--grant-entitlement", $"role:{role}:assigned", "--grant-principal", group, "--grant-principal-type", "group"],
            "{groupGrant}" => ["--revoke-grant", $"role:{held.RoleId}:assigned:group:{held.GroupId}"],
            "{groupRoleInside}" => ["--grant-entitlement", $"organization:{heldInside.OrganizationId}:{heldInside.RoleId}", "--grant-principal", other, "--grant-principal-type", "group"],
            "{groupGrantInside}" => ["--revoke-grant", $"organization:{heldInside.OrganizationId}:{heldInside.RoleId}:group:{heldInside.GroupId}"],
            _ => new[] { argument },
        })];
    }

    private static (TruthRoleAssignment Role, TruthMembership Plain, TruthMembership Inside) Held(TenantTruth truth)
    {
        var inside = truth.Memberships.Last(x => x.RoleIds.Any(y => truth.Roles.Any(z => z.Id == y)));
        return (truth.RoleAssignments.Last(), truth.Memberships.First(x => x.RoleIds.Count == 0), inside);
    }

    private static string Ledger(int id, string user, string target) =>
        $"{{\"id\":\"{id}\",\"at\":\"2026-01-01T00:00:00+00:00\",\"step\":\"granted\",\"until\":\"2026-01-02T00:00:00+00:00\",\"access\":{{\"change\":\"grant\",\"principalType\":\"user\",\"principal\":\"{user.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\",{target}}}}}\n";
}
