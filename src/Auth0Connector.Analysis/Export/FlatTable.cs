using Auth0Connector.AccessFile.Messages;
using Auth0Connector.AccessFile.Reading;
using Auth0Connector.Analysis.Listing;
using Auth0Connector.Analysis.Reach;
using Auth0Connector.Tables;

namespace Auth0Connector.Analysis.Export;

/// <summary>One row for everything that each person effectively reaches, with the shortest way.</summary>
public static class FlatTable
{
    private static readonly Column[] Columns =
    [
        new("user_id"), new("user_name"), new("user_email"), new("user_status"), new("resource_type"), new("resource_id"), new("resource_name"),
        new("entitlement_id"), new("entitlement"), new("direct", ColumnKind.Flag), new("through"),
        new("user_last_login", ColumnKind.Time), new("user_created_at", ColumnKind.Time),
    ];

    /// <summary>The table of a sync.</summary>
    public static Table Of(AccessList list, CancellationToken cancellationToken) => new(Columns, Rows(list, cancellationToken));

    private static IEnumerable<IReadOnlyList<string>> Rows(AccessList list, CancellationToken cancellationToken)
    {
        var reach = AccessReach.Open(list, cancellationToken);
        var types = list.ResourceTypes(cancellationToken).Where(type => ThingKinds.Means(ThingKind.User, type)).Select(type => type.Id).ToList();
        foreach (var row in types.SelectMany(type => list.Reader.ReadResources(list.Sync, new ResourceFilter { ResourceTypeId = type }, cancellationToken)))
        {
            var resource = row.Message;
            var person = new Person(resource);
            foreach (var way in reach.ShortestOf(row.ResourceTypeId, row.ResourceId, cancellationToken))
            {
                var target = way.Target;
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
                    Column.Of(way.IsDirect),
                    string.Join(" > ", WayWords.Of(way.Steps.SkipLast(1).Select(step => Name(list, reach, step)), way.Omitted)),
                    PersonTimes.LastLogin(person),
                    PersonTimes.CreatedAt(person),
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
