using Auth0Connector.AccessFile.Expansion;
using Auth0Connector.AccessFile.Failures;
using Auth0Connector.AccessFile.Messages;
using Auth0Connector.AccessFile.Tests.Fixtures;
using Google.Protobuf;

namespace Auth0Connector.AccessFile.Tests.Expansion;

public sealed class GrantExpanderTests : IDisposable
{
    private readonly ExpansionBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Groups_in_groups_holding_roles_holding_scopes_reach_every_person()
    {
        _bench.Entitlements("group:inner:member", "group:outer:member", "role:r:assigned", "scope:s:granted");
        _bench.Grant("group:inner:member", "user:ann");
        _bench.Grant("group:outer:member", "user:bob");
        _bench.Grant("role:r:assigned", "user:eve");

        // Carriers are written in the wrong order on purpose.
        _bench.Pass("role:r:assigned", "scope:s:granted");
        _bench.Pass("group:outer:member", "role:r:assigned");
        _bench.Pass("group:inner:member", "group:outer:member");

        var report = _bench.Expand();

        Assert.Equal(
            ["group:inner", "user:ann from group:inner:member=direct", "user:bob"], _bench.Holders("group:outer:member"));
        Assert.Equal(
            [
                "group:outer",
                "user:ann from group:outer:member=inherited",
                "user:bob from group:outer:member=direct",
                "user:eve",
            ],
            _bench.Holders("role:r:assigned"));
        Assert.Equal(
            [
                "role:r",
                "user:ann from role:r:assigned=inherited",
                "user:bob from role:r:assigned=inherited",
                "user:eve from role:r:assigned=direct",
            ],
            _bench.Holders("scope:s:granted"));
        Assert.Equal((6, 0, 6), (report.NewGrants, report.UpdatedGrants, report.EstimatedNewGrants));
    }

    [Fact]
    public void New_row_has_the_full_entitlement_the_principal_and_the_mark()
    {
        _bench.Entitlements("group:g:member", "role:r:assigned");
        _bench.Grant("group:g:member", "user:ann");
        _bench.Pass("group:g:member", "role:r:assigned");

        _bench.Expand();

        var grant = _bench.Grants("role:r:assigned").Single(grant => grant.Principal.Id.ResourceType == "user");
        Assert.Equal("role:r:assigned:user:ann", grant.Id);
        Assert.Equal("r assigned", grant.Entitlement.DisplayName);
        Assert.Equal("r", grant.Entitlement.Resource.DisplayName);
        Assert.NotNull(Annotation.Find<GrantImmutable>(grant.Annotations));
        Assert.Equal(
            "role|r|user|ann|1|0|2026-01-02 05:00:00",
            _bench.Database.Scalar(
                "select resource_type_id || '|' || resource_id || '|' || principal_resource_type_id || '|' || "
                + "principal_resource_id || '|' || (expansion is null) || '|' || needs_expansion || '|' || discovered_at "
                + "from v1_grants where external_id = 'role:r:assigned:user:ann'"));
        Assert.Equal(
            1L, _bench.Database.Scalar("select needs_expansion from v1_grants where external_id = 'role:r:assigned:group:g'"));
    }

    [Fact]
    public void Row_that_exists_gains_itself_and_the_source_and_no_mark()
    {
        _bench.Entitlements("group:g:member", "group:a:member", "role:r:assigned");
        _bench.Grant("group:g:member", "user:ann");
        _bench.Grant("group:a:member", "user:ann");
        _bench.Grant("role:r:assigned", "user:ann");
        _bench.Grant("role:r:assigned", "user:bob");
        _bench.Pass("group:g:member", "role:r:assigned");
        _bench.Pass("group:a:member", "role:r:assigned");

        var report = _bench.Expand();

        Assert.Equal(
            [
                "group:a",
                "group:g",
                "user:ann from group:a:member=direct, group:g:member=direct, role:r:assigned=direct",
                "user:bob",
            ],
            _bench.Holders("role:r:assigned"));
        Assert.Empty(_bench.Grants("role:r:assigned").SelectMany(grant => grant.Annotations));
        Assert.Equal((0, 2), (report.NewGrants, report.UpdatedGrants));
    }

    [Fact]
    public void Doing_it_again_changes_no_byte()
    {
        _bench.Entitlements("group:g:member", "role:r:assigned", "scope:s:granted");
        _bench.Grant("group:g:member", "user:ann");
        _bench.Grant("role:r:assigned", "user:ann");
        _bench.Grant("role:r:assigned", "user:bob");
        _bench.Pass("group:g:member", "role:r:assigned");
        _bench.Pass("role:r:assigned", "scope:s:granted");
        _bench.Expand();
        var before = _bench.Grants("scope:s:granted").Concat(_bench.Grants("role:r:assigned")).Select(grant => grant.ToByteString());

        var report = _bench.Expand();

        Assert.Equal((0, 0), (report.NewGrants, report.UpdatedGrants));
        Assert.Equal(
            before, _bench.Grants("scope:s:granted").Concat(_bench.Grants("role:r:assigned")).Select(grant => grant.ToByteString()));
    }

    [Fact]
    public void Shallow_passes_on_only_who_holds_the_source_directly()
    {
        _bench.Entitlements("group:inner:member", "group:outer:member", "role:r:assigned");
        _bench.Grant("group:inner:member", "user:ann");
        _bench.Grant("group:inner:member", "user:both");
        _bench.Grant("group:outer:member", "user:both");
        _bench.Grant("group:outer:member", "user:bob");
        _bench.Pass("group:inner:member", "group:outer:member");
        _bench.Pass("group:outer:member", "role:r:assigned", isShallow: true);

        _bench.Expand();

        Assert.Equal(
            ["group:outer", "user:bob from group:outer:member=direct", "user:both from group:outer:member=direct"],
            _bench.Holders("role:r:assigned"));
    }

    [Fact]
    public void Only_the_named_principal_types_pass_and_none_named_means_all()
    {
        _bench.Entitlements("group:g:member", "role:r:assigned", "role:all:assigned");
        _bench.Grant("group:g:member", "user:ann");
        _bench.Grant("group:g:member", "client:app");
        _bench.Pass("group:g:member", "role:r:assigned", types: ["robot", "client"]);
        _bench.Pass("group:g:member", "role:all:assigned", types: []);

        _bench.Expand();

        Assert.Equal(["client:app from group:g:member=direct", "group:g"], _bench.Holders("role:r:assigned"));
        Assert.Equal(3, _bench.Holders("role:all:assigned").Count);
    }

    [Fact]
    public void Target_types_that_are_not_wanted_stay_as_annotations()
    {
        _bench.Entitlements("group:g:member", "role:r:assigned", "scope:s:granted");
        _bench.Grant("group:g:member", "user:ann");
        _bench.Pass("group:g:member", "role:r:assigned");
        _bench.Pass("role:r:assigned", "scope:s:granted");

        _bench.Expand(ExpansionBench.Options() with { IncludesTargetType = type => type != "scope" });

        Assert.Equal(2, _bench.Holders("role:r:assigned").Count);
        Assert.Equal(["role:r"], _bench.Holders("scope:s:granted"));
    }

    [Fact]
    public void Unknown_entitlements_are_dropped_and_reported()
    {
        _bench.Entitlements("role:r:assigned", "group:g:member");
        _bench.Grant("group:g:member", "user:ann");
        _bench.Pass("group:gone:member", "role:r:assigned");
        _bench.Pass("group:g:member", "role:gone:assigned");

        var report = _bench.Expand();

        Assert.Equal(
            [new("group:gone:member", "role:r:assigned"), new ExpansionEdge("group:g:member", "role:gone:assigned")],
            report.UnknownEdges);
        Assert.Equal(0, report.NewGrants);
    }

    [Fact]
    public void Source_that_does_not_belong_to_the_principal_is_an_error()
    {
        _bench.Entitlements("role:r:assigned", "group:g:member");
        _bench.Pass("group:g:member", "role:r:assigned", carrier: "group:other");

        var failure = Assert.Throws<AccessFileException>(() => _bench.Expand());

        Assert.Equal(AccessFileErrorKind.Corrupt, failure.Kind);
    }

    [Fact]
    public void Cycle_is_reported_and_passes_on_only_what_enters_and_leaves()
    {
        _bench.Entitlements("group:in:member", "group:a:member", "group:b:member", "group:self:member", "role:r:assigned");
        _bench.Grant("group:in:member", "user:new");
        _bench.Grant("group:a:member", "user:ann");
        _bench.Grant("group:b:member", "user:bob");
        _bench.Pass("group:a:member", "group:b:member");
        _bench.Pass("group:b:member", "group:a:member");
        _bench.Pass("group:self:member", "group:self:member");
        _bench.Pass("group:in:member", "group:a:member");
        _bench.Pass("group:b:member", "role:r:assigned");

        var report = _bench.Expand();

        Assert.Equal(
            [["group:self:member"], ["group:a:member", "group:b:member"]],
            report.Cycles.OrderBy(cycle => cycle.Count).Select(cycle => cycle.ToArray()));
        Assert.Equal(
            ["group:b", "group:in", "user:ann", "user:new from group:in:member=direct"], _bench.Holders("group:a:member"));
        Assert.Equal(["group:a", "user:bob", "user:new from group:in:member=direct"], _bench.Holders("group:b:member"));
        Assert.Equal(
            ["group:b", "user:ann from group:a:member=direct", "user:bob from group:b:member=direct"],
            _bench.Holders("role:r:assigned").Where(holder => !holder.StartsWith("user:new", StringComparison.Ordinal)));
    }

    [Fact]
    public void Depth_limit_ends_a_chain_and_says_so()
    {
        var chain = Enumerable.Range(0, 6).Select(i => $"group:g{i}:member").ToArray();
        _bench.Entitlements(chain);
        _bench.Grant(chain[0], "user:ann");
        foreach (var (source, target) in chain.Zip(chain.Skip(1)))
        {
            _bench.Pass(source, target);
        }

        var report = _bench.Expand(ExpansionBench.Options(maxDepth: 3));

        Assert.Equal(3, report.NewGrants);
        Assert.Equal(2, _bench.Holders(chain[3]).Count);
        Assert.Single(_bench.Holders(chain[4]));
        Assert.Contains(new ExpansionEdge(chain[3], chain[4]), report.EdgesBeyondDepth);
    }

    [Fact]
    public void Long_chain_needs_no_deep_stack()
    {
        const int Length = 5000;
        var graph = new ExpansionGraph();
        for (var i = Length; i > 0; i--)
        {
            graph.Add($"e{i - 1}", $"e{i}", new EdgeRule(false, []));
        }

        var plan = ExpansionPlan.Create(graph, Length);

        Assert.Equal(Enumerable.Range(0, Length).Select(i => $"e{i}"), plan.Steps.Select(step => step.SourceId));
    }

    [Fact]
    public void Many_pages_and_batches_lose_nobody()
    {
        const int People = 1000;
        _bench.Entitlements("role:r:assigned", "scope:s1:granted", "scope:s2:granted");
        _bench.Database.Execute("begin");
        for (var i = 0; i < People; i++)
        {
            _bench.Grant("role:r:assigned", $"user:u{i}");
        }

        _bench.Pass("role:r:assigned", "scope:s1:granted");
        _bench.Pass("role:r:assigned", "scope:s2:granted");
        _bench.Database.Execute("commit");

        Assert.Equal(2 * People, _bench.Estimate());
        var report = _bench.Expand(ExpansionBench.Options(pageSize: 77));

        Assert.Equal(2 * People, report.NewGrants);
        Assert.Equal(People + 1, _bench.Holders("scope:s2:granted").Count);
    }

    [Fact]
    public void Ids_that_join_to_the_same_text_are_told_as_a_collision()
    {
        _bench.Entitlements("group:g:member", "role:r:assigned");
        _bench.Grant("group:g:member", "user:ann");
        _bench.Pass("group:g:member", "role:r:assigned");
        _bench.Database.Execute(
            "insert into v1_grants (resource_type_id, resource_id, entitlement_id, principal_resource_type_id, "
            + "principal_resource_id, external_id, data, sync_id, discovered_at) values ('role', 'r', 'role:r', 'assigned', "
            + "'user:ann', 'role:r:assigned:user:ann', x'', $0, '')",
            SampleDatabase.SyncId);

        var failure = Assert.Throws<AccessFileException>(() => _bench.Expand());

        Assert.Equal(AccessFileErrorKind.IdCollision, failure.Kind);
        Assert.Equal(3L, _bench.Database.Scalar("select count(*) from v1_grants"));
    }

    [Fact]
    public void Cancelling_rolls_the_open_batch_back()
    {
        _bench.Entitlements("group:g:member", "role:r:assigned");
        _bench.Grant("group:g:member", "user:ann");
        _bench.Pass("group:g:member", "role:r:assigned");
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(
            () => GrantExpander.Expand(_bench.Database.Connection, SampleDatabase.SyncId, ExpansionBench.Options(), source.Token));

        Assert.Equal(1, _bench.Expand().NewGrants);
    }
}
