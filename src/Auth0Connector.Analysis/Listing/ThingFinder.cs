using Auth0Connector.AccessFile.Messages;
using Auth0Connector.AccessFile.Reading;

namespace Auth0Connector.Analysis.Listing;

/// <summary>Finds what a person names: by id, else by e-mail address, else by name, in any case.</summary>
public sealed class ThingFinder(AccessList list)
{
    private const int Most = 50;

    /// <summary>
    /// Everything that the text may mean, best matches only; at most fifty. A person is met by id, address or name, a
    /// permission by its scope, alone or with its API before it.
    /// </summary>
    public IReadOnlyList<Resource> Find(ThingKind kind, string text, CancellationToken cancellationToken)
    {
        var types = list.ResourceTypes(cancellationToken).Where(type => ThingKinds.Means(kind, type)).Select(type => type.Id).ToList();
        var exact = types.Select(type => list.FindResource(type, text)).OfType<Resource>().ToList();
        if (exact.Count > 0)
        {
            return exact;
        }

        var trace = new TextTrace(text);
        var best = int.MaxValue;
        var found = new List<Resource>();
        foreach (var resource in types.SelectMany(type => list.Reader.ReadResources(list.Sync, new ResourceFilter { ResourceTypeId = type }, cancellationToken))
            .Where(row => trace.MayBeIn(row.Data.Span)).Select(static row => row.Message))
        {
            var rank = Rank(kind, resource, text);
            if (rank < best)
            {
                best = rank;
                found.Clear();
            }

            if (rank == best && rank != int.MaxValue && found.Count < Most)
            {
                found.Add(resource);
            }
        }

        return found;
    }

    private static int Rank(ThingKind kind, Resource resource, string text)
    {
        var person = new Person(resource);
        return Same(resource.Id?.Resource, text) ? 0
            : Same(person.Email, text) || person.Addresses.Any(address => Same(address, text)) ? 1
            : Same(resource.DisplayName, text) || Same(person.Profile("name"), text) || Same(person.Profile("nickname"), text) || Same(person.Profile("display_name"), text) ? 2
            : kind == ThingKind.User && Same($"{person.Profile("first_name")} {person.Profile("last_name")}", text) ? 2
            : kind == ThingKind.Permission && (resource.Id?.Resource.EndsWith(":" + text, StringComparison.OrdinalIgnoreCase) ?? false) ? 3
            : int.MaxValue;
    }

    private static bool Same(string? one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
