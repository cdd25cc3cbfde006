using System.Text.Json;
using Auth0Connector.AccessFile.Reading;
using Auth0Connector.Analysis.Export;
using Auth0Connector.Analysis.Findings;
using Auth0Connector.Analysis.Listing;
using Auth0Connector.Analysis.Model;
using Auth0Connector.Analysis.Reach;
using Auth0Connector.Analysis.Report;
using Auth0Connector.Analysis.Review;
using Auth0Connector.Analysis.Tests.Fixtures;

namespace Auth0Connector.Analysis.Tests.Reach;

/// <summary>The law of passage: whoever answers what people reach answers the same, whatever the types are called.</summary>
public sealed class PassageLawTests : IDisposable
{
    private const string WriteInvoices = "scope:https://billing/:write:invoices:granted";

    private static readonly Dictionary<string, Func<SampleTenant>> Samples = new(StringComparer.Ordinal)
    {
        ["plain"] = () => new SampleTenant(),
        ["both ways"] = () => new SampleTenant().Grant("role:rol_accountant:assigned", "user", "auth0|ada"),
        ["shallow"] = () => new SampleTenant().Grant(WriteInvoices, "role", "rol_accountant", passesOn: "role:rol_accountant:assigned", isShallow: true),
        ["shallow on a group"] = () => new SampleTenant().Grant("role:rol_admin:assigned", "group", "grp_staff", passesOn: "group:grp_staff:member", isShallow: true),
        ["blocked inside an organization"] = () => new SampleTenant().Grant("organization:org_acme:rol_admin", "group", "grp_staff", passesOn: "group:grp_staff:member"),
        ["for another type"] = () => new SampleTenant().Grant("role:rol_admin:assigned", "group", "grp_staff", passesOn: "group:grp_staff:member", passes: ["client"]),
        ["for everybody"] = () => new SampleTenant().Grant("role:rol_admin:assigned", "group", "grp_staff", passesOn: "group:grp_staff:member", passes: []),
    };

    private readonly TempFolder _folder = new();

    public static TheoryData<string, bool, bool> Cases
    {
        get
        {
            var cases = new TheoryData<string, bool, bool>();
            foreach (var sample in Samples.Keys)
            {
                cases.Add(sample, false, false);
                cases.Add(sample, true, false);
                cases.Add(sample, false, true);
                cases.Add(sample, true, true);
            }

            return cases;
        }
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Cases))]
    public void Everybody_who_answers_what_people_reach_answers_the_same(string sample, bool isExpanded, bool isRenamed)
    {
        Func<string, string>? rename = isRenamed ? static type => "their_" + type : null;
        var expected = Rows(Samples[sample]().Write(_folder.File("full.db"), isExpanded: true, rename), rename);

        using var reader = SampleTenant.Open(Samples[sample]().Write(_folder.File("a.db"), isExpanded, rename));
        using var list = new AccessList(reader, reader.CurrentSync!);
        Assert.NotEmpty(expected);
        Assert.Equal(expected, Sorted(FlatTable.Of(list, default).Rows.Select(row => (row[0], row[7]))));
        Assert.Equal(expected, Access(list));
        Assert.Equal(expected, Who(list));
        var model = AccessModel.Load(list, default);
        Assert.Equal(expected, Sorted(model.People.SelectMany(person => person.Reached.Select(right => (person.Id, model.Rights[right].Id)))));
        var privilege = new Privilege(model, new PrivilegeOptions());
        var sheet = ReviewSheet.Of(model, privilege, [], "nobody");
        var (person, entitlement) = (sheet.Headings.ToList().IndexOf("person_id"), sheet.Headings.ToList().IndexOf("entitlement_id"));
        Assert.Equal(expected, Sorted(sheet.Rows.Select(row => (row[person], row[entitlement]))));
        Assert.Equal(expected.CountBy(pair => pair.Person).OrderBy(count => count.Key, StringComparer.Ordinal).Select(count => (count.Key, count.Value)), Report(list, model, privilege));
    }

    // What a full expansion wrote out is what is so.
    private static List<(string Person, string Entitlement)> Rows(string path, Func<string, string>? rename)
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

    private static List<(string Person, string Entitlement)> Sorted(IEnumerable<(string Person, string Entitlement)> pairs) =>
        [.. pairs.Distinct().OrderBy(pair => pair.Person, StringComparer.Ordinal).ThenBy(pair => pair.Entitlement, StringComparer.Ordinal)];
}
