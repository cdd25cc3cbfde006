using System.Text.Json;
using Auth0Connector.AccessFile.Reading;
using Auth0Connector.Analysis.Export;
using Auth0Connector.Analysis.Findings;
using Auth0Connector.Analysis.Listing;
using Auth0Connector.Analysis.Model;
using Auth0Connector.Analysis.Reach;
using Auth0Connector.Analysis.Report;
using Auth0Connector.Analysis.Review;

namespace Auth0Connector.Analysis.Tests.Reach;

/// <summary>Everybody who answers what people reach: the two engines (by the file and by the model in memory) and what is built on them.</summary>
internal static class EveryAnswer
{
    /// <summary>Each of them answers exactly this.</summary>
    public static AccessModel Is(List<(string Person, string Entitlement)> expected, AccessList list)
    {
        Assert.Equal(expected, Sorted(FlatTable.Of(list, default).Rows.Select(row => (row[0], row[7]))));
        Assert.Equal(expected, Access(list));
        Assert.Equal(expected, Who(list));
        var model = AccessModel.Load(list, default);
        Assert.Equal(expected, Sorted(model.People.SelectMany(person => person.Reached.Select(right => (person.Id, model.Rights[right].Id)))));
        Assert.Equal(expected, Sorted(model.Rights.SelectMany(right => model.Holders(right.Index).Select(person => (person.Id, right.Id)))));
        var privilege = new Privilege(model, new PrivilegeOptions());
        var sheet = ReviewSheet.Of(model, privilege, [], "nobody");
        var (person, entitlement) = (sheet.Headings.ToList().IndexOf("person_id"), sheet.Headings.ToList().IndexOf("entitlement_id"));
        Assert.Equal(expected, Sorted(sheet.Rows.Select(row => (row[person], row[entitlement]))));
        Assert.Equal(expected.CountBy(pair => pair.Person).OrderBy(count => count.Key, StringComparer.Ordinal).Select(count => (count.Key, count.Value)), Report(list, model, privilege));
        return model;
    }

    /// <summary>Who holds what by the rows of a file.</summary>
    public static List<(string Person, string Entitlement)> Rows(string path, Func<string, string>? rename)
    {
        using var reader = SampleTenant.Open(path);
        var type = rename?.Invoke("user") ?? "user";
        return Sorted(reader.ReadGrants(reader.CurrentSync!, GrantFilter.All, default).Where(row => row.PrincipalTypeId == type).Select(row => (row.PrincipalId, row.EntitlementId)));
    }

    private static List<(string Person, string Entitlement)> Access(AccessList list)
    {
        var reach = AccessReach.Open(list, default);
        return Sorted(list.Resources(ResourceFilter.All, default)
            .Where(view => ThingKinds.Means(ThingKind.User, view.Type))
            .SelectMany(view => reach.Of(view.Resource.Id.ResourceType, view.Resource.Id.Resource, default).Select(one => (view.Resource.Id.Resource, one.Target.EntitlementId))));
    }

    private static List<(string Person, string Entitlement)> Who(AccessList list)
    {
        var reach = AccessReach.Open(list, default);
        return Sorted(list.Resources(ResourceFilter.All, default)
            .SelectMany(view => reach.Who(reach.TargetsOn(view.Resource.Id.ResourceType, view.Resource.Id.Resource, default), default))
            .Select(holder => (holder.Principal.Id.Resource, holder.Path.Target.EntitlementId)));
    }

    private static List<(string, int)> Report(AccessList list, AccessModel model, Privilege privilege)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            ReportJson.Write(json, new ReportContent
            {
                FileName = "a",
                Model = model,
                Privilege = privilege,
                PrivilegeWords = string.Empty,
                Findings = [],
                NotAsked = [],
                Proof = ReportProof.Read(list, default),
                Syncs = [],
            });
        }

        using var data = JsonDocument.Parse(bytes.ToArray());
        var people = data.RootElement.GetProperty("people");
        return [.. people.GetProperty("id").EnumerateArray().Select((id, index) => (id.GetString()!, people.GetProperty("n")[index].GetInt32())).Where(pair => pair.Item2 > 0).OrderBy(pair => pair.Item1, StringComparer.Ordinal)];
    }

    public static List<(string Person, string Entitlement)> Sorted(IEnumerable<(string Person, string Entitlement)> pairs) =>
        [.. pairs.Distinct().OrderBy(pair => pair.Person, StringComparer.Ordinal).ThenBy(pair => pair.Entitlement, StringComparer.Ordinal)];
}
