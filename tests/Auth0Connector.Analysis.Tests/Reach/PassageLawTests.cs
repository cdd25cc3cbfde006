using Auth0Connector.Analysis.Listing;

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
        var expected = EveryAnswer.Rows(Samples[sample]().Write(_folder.File("full.db"), isExpanded: true, rename), rename);

        using var reader = SampleTenant.Open(Samples[sample]().Write(_folder.File("a.db"), isExpanded, rename));
        using var list = new AccessList(reader, reader.CurrentSync!);
        Assert.NotEmpty(expected);
        EveryAnswer.Is(expected, list);
    }
}
