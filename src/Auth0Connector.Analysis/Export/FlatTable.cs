using Auth0Connector.AccessFile.Messages;
using Auth0Connector.AccessFile.Reading;
using Auth0Connector.Analysis.Listing;
using Auth0Connector.Analysis.Reach;

namespace Auth0Connector.Analysis.Export;

/// <summary>One row for everything that each person effectively reaches, with the shortest way.</summary>
public static class FlatTable
{
    private static readonly string[] Headings =
    [
        "user_id", "user_name", "user_email", "user_status", "resource_type", "resource_id", "resource_name", "entitlement_id", "entitlement", "direct", "through",
    ];

    /// <summary>The table of a sync.</summary>
    public static ExportTable Of(AccessList list, CancellationToken cancellationToken) => new(Headings, Rows(list, cancellationToken));

    private static IEnumerable<IReadOnlyList<string>> Rows(AccessList list, CancellationToken cancellationToken)
    {
        var reach = AccessReach.Open(list, cancellationToken);
        var types = list.ResourceTypes(cancellationToken).Where(type => ResourceTypeNames.Means(ThingKind.User, type)).Select(type => type.Id).ToList();
        foreach (var row in types.SelectMany(type => list.Reader.ReadResources(list.Sync, new ResourceFilter { ResourceTypeId = type }, cancellationToken)))
        {
            var resource = row.Message;
            var person = new Person(resource);
            foreach (var one in reach.Of(row.ResourceTypeId, row.ResourceId, cancellationToken))
            {
                var target = one.Target;
                yield return
                [
                    row.ResourceId,
                    resource.DisplayName,
                    person.Email,
                    person.Status,
                    target.TypeId,
                    target.ResourceId,
                    list.Resource(target.TypeId, target.ResourceId).DisplayName,
                    target.EntitlementId,
                    reach.EntitlementOf(target).Slug,
                    one.Paths[0].IsDirect ? "yes" : "no",
                    string.Join(" > ", one.Paths[0].Steps.SkipLast(1).Select(step => Name(list, reach, step))),
                ];
            }
        }
    }

    private static string Name(AccessList list, AccessReach reach, Held step)
    {
        Resource resource = list.Resource(step.TypeId, step.ResourceId);
        return $"{step.TypeId} {resource.DisplayName}: {reach.EntitlementOf(step).Slug}";
    }
}
