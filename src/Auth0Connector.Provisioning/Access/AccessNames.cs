namespace Auth0Connector.Provisioning.Access;

/// <summary>What the ids of a change are called, as far as it is known. They go to whoever asked, and into no journal.</summary>
/// <param name="Person">Name of the person.</param>
/// <param name="Email">Address of the person.</param>
/// <param name="Role">Name of the role.</param>
/// <param name="Organization">Name of the organization.</param>
public sealed record AccessNames(string? Person = null, string? Email = null, string? Role = null, string? Organization = null)
{
    /// <summary>Nothing is known but ids.</summary>
    public static AccessNames None { get; } = new();

    /// <summary>The change in words, names first and ids beside them.</summary>
    public string Describe(AccessChange change) => $"{change.Target.Describe(this)} {(change.IsGrant ? "for" : "from")} {DescribePerson(change.PrincipalId)}";

    /// <summary>The person in words.</summary>
    public string DescribePerson(string id) => (Person, Email) switch
    {
        ({ Length: > 0 } name, { Length: > 0 } address) when name != address => $"{name}, {address} ({id})",
        _ => With(Person is { Length: > 0 } ? Person : Email, id),
    };

    /// <summary>The role in words.</summary>
    public string DescribeRole(string id) => With(Role, id);

    /// <summary>The organization in words.</summary>
    public string DescribeOrganization(string id) => With(Organization, id);

    private static string With(string? name, string id) => name is { Length: > 0 } ? $"{name} ({id})" : id;
}
