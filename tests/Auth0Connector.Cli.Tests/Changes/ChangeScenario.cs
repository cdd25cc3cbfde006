using Auth0Connector.MockTenant;

namespace Auth0Connector.Cli.Tests.Changes;

/// <summary>One change by the command line: what to say, what is then so, and which facts it adds or removes.</summary>
/// <param name="Arguments">The command line.</param>
/// <param name="Action">As the journal calls it.</param>
/// <param name="Write">Its request.</param>
/// <param name="IsSo">Whether it is made.</param>
/// <param name="Difference">The facts of the truth that it adds or removes, asked for when it is made.</param>
internal sealed record ChangeScenario(string[] Arguments, string Action, string Write, Func<TenantTruth, bool> IsSo, Func<TenantTruth, object[]> Difference)
{
    /// <summary>Writes that a campaign may need: ending sessions is a second one, and is harmless to repeat.</summary>
    public int MostWrites { get; init; } = 1;

    public static IReadOnlyList<string> Names { get; } =
    [
        "role", "membership", "role inside", "role of the file", "revoked role", "revoked membership", "revoked role inside", "revoked grant of the file",
        "disabled", "enabled", "deleted", "created",
    ];

    public static async Task<ChangeScenario> PrepareAsync(string name, ChangeWorkspace workspace)
    {
        var truth = workspace.Truth;
        var role = truth.Roles.Last().Id;
        var user = workspace.Outsider(role);
        var held = truth.RoleAssignments.Last();
        var organization = truth.Organizations.First().Id;
        var inside = truth.Memberships.Last(x => x.RoleIds.Count > 0 && !x.RoleIds.Contains(role));
        var plain = truth.Memberships.Last(x => x.RoleIds.Count == 0);
        if (name.EndsWith("of the file", StringComparison.Ordinal))
        {
            Assert.Equal(0, (await workspace.RunAsync()).ExitCode);
            workspace.Tenant.Requests.Reset();
        }

        return name switch
        {
            "role" => new(["grant", "--user", user.Email!, "--role", role], "grant", "POST /users/{id}/roles", x => Holds(x, role, user.Id), _ => [new TruthRoleAssignment(role, user.Id)]),
            "membership" => new(["grant", "--user", user.Id, "--organization", organization], "grant", "POST /organizations/{id}/members", x => IsIn(x, organization, user.Id), _ => [(organization, user.Id)]),
            "role inside" => new(
                ["grant", $"--user={inside.UserId}", "--organization", inside.OrganizationId, "--role", role],
                "grant",
                "POST /organizations/{id}/members/{user_id}/roles",
                x => HoldsInside(x, inside.OrganizationId, inside.UserId, role),
                _ => [(inside.OrganizationId, inside.UserId, role)]),
            "role of the file" => new(
                ["--grant-entitlement", $"role:{role}:assigned", "--grant-principal", user.Id, "--grant-principal-type", "user"],
                "grant",
                "POST /users/{id}/roles",
                x => Holds(x, role, user.Id),
                _ => [new TruthRoleAssignment(role, user.Id)]),
            "revoked role" => new(["revoke", $"--user={held.UserId}", "--role", held.RoleId], "revoke", "DELETE /users/{id}/roles", x => !x.RoleAssignments.Contains(held), _ => [held]),
            "revoked membership" => new(
                ["revoke", $"--user={plain.UserId}", "--organization", plain.OrganizationId],
                "revoke",
                "DELETE /organizations/{id}/members",
                x => !IsIn(x, plain.OrganizationId, plain.UserId),
                _ => [(plain.OrganizationId, plain.UserId)]),
            "revoked role inside" => new(
                ["revoke", $"--user={inside.UserId}", "--organization", inside.OrganizationId, "--role", inside.RoleIds[0]],
                "revoke",
                "DELETE /organizations/{id}/members/{user_id}/roles",
                x => !HoldsInside(x, inside.OrganizationId, inside.UserId, inside.RoleIds[0]),
                _ => [(inside.OrganizationId, inside.UserId, inside.RoleIds[0])]),
            "revoked grant of the file" => new(
                ["--revoke-grant", $"role:{held.RoleId}:assigned:user:{held.UserId}"],
                "revoke",
                "DELETE /users/{id}/roles",
                x => !x.RoleAssignments.Contains(held),
                _ => [held]),
            _ => Account(name, truth, user),
        };
    }

    private static ChangeScenario Account(string name, TenantTruth truth, TruthUser user)
    {
        var blocked = truth.Users.Last(x => x.Blocked).Id;
        var free = truth.Users.Last(x => !x.Blocked).Id;
        object[] held =
        [
            (user.Id, user.Blocked),
            .. truth.RoleAssignments.Where(x => x.UserId == user.Id),
            .. truth.UserPermissions.Where(x => x.UserId == user.Id),
            .. truth.Memberships.Where(x => x.UserId == user.Id).Select(x => (object)(x.OrganizationId, x.UserId)),
            .. truth.Memberships.Where(x => x.UserId == user.Id).SelectMany(x => x.RoleIds.Select(role => (object)(x.OrganizationId, x.UserId, role))),
        ];
        return name switch
        {
            // Ending sessions comes after blocking and cannot be read back: a run killed there makes the next one end them again.
            "disabled" => new(
                ["account", "disable", $"--user={free}", "--end-sessions"],
                "end sessions",
                "PATCH /users/{id}",
                x => IsBlocked(x, free) && x.EndedAccess.Contains(new TruthEndedAccess(free)),
                _ => [(free, false), (free, true)])
            {
                MostWrites = 4,
            },
            "enabled" => new(["account", "enable", "--user", blocked], "enable", "PATCH /users/{id}", x => !IsBlocked(x, blocked), _ => [(blocked, true), (blocked, false)]),
            "deleted" => new(
                ["account", "delete", "--user", user.Id, "--yes"],
                "delete",
                "DELETE /users/{id}",
                x => x.Users.All(y => y.Id != user.Id),
                _ => held),
            "created" => new(["account", "create", "--email", "ada@new.example"], "create", "POST /users", x => x.Users.Count(y => y.Email == "ada@new.example") == 1, x => [.. x.Users.Where(y => y.Email == "ada@new.example").Select(y => (y.Id, y.Blocked))]),
            _ => throw new InvalidOperationException(name),
        };
    }

    private static bool Holds(TenantTruth truth, string role, string user) => truth.RoleAssignments.Contains(new TruthRoleAssignment(role, user));

    private static bool IsIn(TenantTruth truth, string organization, string user) => truth.Memberships.Any(x => x.OrganizationId == organization && x.UserId == user);

    private static bool HoldsInside(TenantTruth truth, string organization, string user, string role) =>
        truth.Memberships.Any(x => x.OrganizationId == organization && x.UserId == user && x.RoleIds.Contains(role));

    private static bool IsBlocked(TenantTruth truth, string user) => truth.Users.Single(x => x.Id == user).Blocked;
}
