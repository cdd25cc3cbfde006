using Auth0Connector.AccessFile.Reading;
using Auth0Connector.Analysis.Export;
using Auth0Connector.Analysis.Findings;
using Auth0Connector.Analysis.Listing;
using Auth0Connector.Analysis.Model;
using Auth0Connector.Analysis.Reach;
using Auth0Connector.Analysis.Review;

namespace Auth0Connector.Analysis.Tests.Reach;

/// <summary>Groups inside groups inside groups: everybody says who reaches the last one, and looks at each passage once.</summary>
public sealed class LongChainTests : IDisposable
{
    private const int Groups = 3_000;

    private readonly TempFolder _folder = new();
    private readonly AccessFileReader _reader;
    private readonly AccessList _list;

    public LongChainTests()
    {
        var tenant = new SampleTenant(isEmpty: true).Person("auth0|ada", "Ada", "ada@example.com");
        for (var group = 0; group < Groups; group++)
        {
            tenant.Thing("group", $"g{group}", $"Group {group}", "member");
            _ = group == 0
                ? tenant.Grant("group:g0:member", "user", "auth0|ada")
                : tenant.Grant($"group:g{group}:member", "group", $"g{group - 1}", passesOn: $"group:g{group - 1}:member");
        }

        _reader = SampleTenant.Open(tenant.Write(_folder.File("a.db")));
        _list = new AccessList(_reader, _reader.CurrentSync!);
    }

    private static string Last => $"group:g{Groups - 1}:member";

    public void Dispose()
    {
        _list.Dispose();
        _reader.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Somebody_reaches_the_end_of_a_long_chain_by_a_way_told_by_its_ends()
    {
        var reached = AccessReach.Open(_list, default).Of("user", "auth0|ada", default);

        Assert.Equal(Groups, reached.Count);
        var way = Assert.Single(reached.Single(one => one.Target.EntitlementId == Last).Paths);
        Assert.Equal(Groups, way.Length);
        Assert.Equal(20, way.Steps.Count);
        Assert.Equal(["group:g0:member", "group:g1:member"], way.Steps.Take(2).Select(step => step.EntitlementId));
        Assert.Equal(Last, way.Target.EntitlementId);
    }

    [Fact]
    public void Who_reaches_the_end_of_a_long_chain_is_found()
    {
        var reach = AccessReach.Open(_list, default);

        var holder = Assert.Single(reach.Who(reach.TargetsOn("group", $"g{Groups - 1}", default), default));

        Assert.Equal(("auth0|ada", Groups), (holder.Principal.Id.Resource, holder.Path.Length));
        Assert.Equal("group:g0:member", holder.Path.Steps[0].EntitlementId);
    }

    [Fact]
    public void A_sheet_of_a_long_chain_has_a_row_for_each_group_and_short_ways()
    {
        var model = AccessModel.Load(_list, default);
        var sheet = ReviewSheet.Of(model, new Privilege(model, new PrivilegeOptions()), [], "nobody");
        var held = sheet.Headings.ToList().IndexOf("held");
        var rows = sheet.Rows.ToList();

        Assert.Equal(Groups, rows.Count);
        Assert.All(rows, row => Assert.InRange(row[held].Length, 8, 600));
        Assert.Contains($"… {Groups - 20:N0} more …", rows[^1][held], StringComparison.Ordinal);
        Assert.Equal(Groups, FlatTable.Of(_list, default).Rows.Count());
    }

    [Fact]
    public void Each_step_is_taken_once()
    {
        var model = AccessModel.Load(_list, default);
        var ada = Assert.Single(model.People);

        Assert.Equal(Groups, model.Closure.WaysOf(ada.TypeId, ada.Direct, ada.Recorded).Steps);
    }
}
