using Auth0Connector.AccessFile.Messages;
using Auth0Connector.Analysis.Listing;

namespace Auth0Connector.Analysis.Differences;

/// <summary>
/// Principals as another file may know them: by type and id, else people by an e-mail address, else by display name among
/// people or among what is none. So accounts of two connectors can be held against each other.
/// </summary>
public sealed class PrincipalSet
{
    private readonly HashSet<(string, string)> _ids = [];
    private readonly HashSet<string> _emails = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<(bool, string)> _names = [];

    /// <summary>The set of some principals.</summary>
    public PrincipalSet(IEnumerable<ResourceView> principals)
    {
        foreach (var resource in principals.Select(view => view.Resource))
        {
            var person = new Person(resource);
            _ids.Add(Id(resource));
            _emails.UnionWith(person.Addresses);
            _names.Add((person.IsPerson, resource.DisplayName));
        }
    }

    /// <summary>Whether the principal is one of them.</summary>
    public bool Contains(Resource resource)
    {
        var person = new Person(resource);
        return _ids.Contains(Id(resource))
            || person.Addresses.Any(_emails.Contains)
            || (resource.DisplayName.Length > 0 && _names.Contains((person.IsPerson, resource.DisplayName)));
    }

    private static (string, string) Id(Resource resource) => (resource.Id?.ResourceType ?? string.Empty, resource.Id?.Resource ?? string.Empty);
}
