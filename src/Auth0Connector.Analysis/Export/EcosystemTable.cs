using Auth0Connector.AccessFile.Messages;
using Auth0Connector.AccessFile.Reading;
using Auth0Connector.Analysis.Listing;
using Auth0Connector.Tables;
using Trait = Auth0Connector.AccessFile.Messages.ResourceType.Types.Trait;

namespace Auth0Connector.Analysis.Export;

/// <summary>
/// The twelve columns of the ecosystem's csv and xlsx (format section 7): a row for each person, each entitlement and each
/// grant to a person. The user id is never empty: where the profile has none, as in the Go connector's files, the
/// resource's own id stands for it.
/// </summary>
public static class EcosystemTable
{
    private static readonly Column[] Columns =
    [
        new("Type"), new("Last Name"), new("First Name"), new("User ID"), new("User Status"), new("Email Address"), new("Entitlement Display Name"),
        new("Entitlement"), new("Resource Type"), new("Resource Name"), new("Entitlement Description"), new("Entitlement Slug"),
    ];

    /// <summary>The table of a sync.</summary>
    public static Table Of(AccessList list, CancellationToken cancellationToken) =>
        new(Columns, Rows(list, cancellationToken).Select(row => row.Cells));

    /// <summary>The same with the times of the person after them, for formats that have times.</summary>
    public static Table WithTimes(AccessList list, CancellationToken cancellationToken) => new(
        [.. Columns, new Column("Last Login", ColumnKind.Time), new Column("Created At", ColumnKind.Time)],
        Rows(list, cancellationToken).Select(row => (IReadOnlyList<string>)[.. row.Cells, PersonTimes.LastLogin(row.Person), PersonTimes.CreatedAt(row.Person)]));

    private static IEnumerable<(IReadOnlyList<string> Cells, Person? Person)> Rows(AccessList list, CancellationToken cancellationToken)
    {
        var types = list.ResourceTypes(cancellationToken).Where(type => type.Traits.Contains(Trait.User)).Select(type => type.Id).ToList();
        foreach (var view in types.SelectMany(type => list.Resources(new ResourceFilter { ResourceTypeId = type }, cancellationToken)))
        {
            var person = new Person(view.Resource);
            if (person.IsPerson)
            {
                var status = person.Status.Length > 0 ? char.ToUpperInvariant(person.Status[0]) + person.Status[1..] : "Enabled";
                yield return (["Identity", .. Who(view.Resource, person, status), "", "", "", "", "", ""], person);
            }
        }

        foreach (var view in list.Entitlements(EntitlementFilter.All, cancellationToken))
        {
            yield return (["Entitlement", "", "", "", "", "", .. What(view.Entitlement, view.Resource)], null);
        }

        foreach (var view in list.Grants(GrantFilter.All, cancellationToken))
        {
            var person = new Person(view.Principal);
            if (person.IsPerson)
            {
                yield return (["Grant", .. Who(view.Principal, person, string.Empty), .. What(view.Entitlement, view.Resource)], person);
            }
        }
    }

    private static string[] Who(Resource resource, Person person, string status)
    {
        var id = person.Profile("user_id");
        return
        [
            person.Profile("last_name"),
            person.Profile("first_name"),
            id.Length > 0 ? id : resource.Id?.Resource ?? string.Empty,
            status,
            person.PrimaryEmail,
        ];
    }

    private static string[] What(Entitlement entitlement, Resource resource) =>
    [
        entitlement.DisplayName, entitlement.Id, resource.Id?.ResourceType ?? string.Empty, resource.DisplayName, entitlement.Description, entitlement.Slug,
    ];
}
