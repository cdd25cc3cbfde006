namespace Auth0Connector.Sync.Tests;

/// <summary>Compares what is in a file with what is true: nothing missing, nothing invented, nothing twice.</summary>
public static class Truths
{
    public static void Equal<T>(IEnumerable<T> truth, IEnumerable<T> file, string what)
    {
        var expected = truth.ToHashSet();
        var actual = file.ToList();
        var missing = expected.Except(actual).ToList();
        var invented = actual.Except(expected).ToList();
        Assert.True(
            missing.Count == 0 && invented.Count == 0 && actual.Count == expected.Count,
            $"{what}: {missing.Count} missing ({string.Join("; ", missing.Take(5))}), {invented.Count} invented "
            + $"({string.Join("; ", invented.Take(5))}), {actual.Count - actual.Distinct().Count()} twice, of {expected.Count}");
    }

    /// <summary>Everybody is in the file, with the roles and organizations that they have.</summary>
    public static void Whole(SyncBench bench)
    {
        var (truth, content) = (bench.Tenant.Truth, bench.Read());
        Equal(truth.Users.Select(user => user.Id), content.IdsOf("user"), "users");
        Equal(
            truth.RoleAssignments.Select(assignment => (assignment.RoleId, assignment.UserId)),
            content.GrantsOf("role", "assigned"),
            "role grants");
        Equal(
            truth.Memberships.Select(membership => (membership.OrganizationId, membership.UserId)),
            content.GrantsOf("organization", "member"),
            "memberships");
    }
}
