using System.Diagnostics;
using Auth0Connector.AccessFile.Disk;
using Auth0Connector.AccessFile.Expansion;
using Auth0Connector.AccessFile.Messages;
using Auth0Connector.AccessFile.Reading;
using Auth0Connector.AccessFile.Schema;
using Auth0Connector.AccessFile.Staging;

namespace Auth0Connector.AccessFile.Tests.Staging;

/// <summary>Every step of the finish can be stopped, before it begins and in its middle, and the next run ends the work.</summary>
public sealed class StopTests
{
    private const int People = 2000;

    private static readonly Dictionary<string, Action<StagingFile, StagingBench, CancellationToken>> Steps = new(StringComparer.Ordinal)
    {
        ["index"] = static (file, _, stop) => file.BuildIndexes(stop),
        ["add tasks"] = static (file, _, stop) => file.AddTasksForResources("person", "user", withPayload: true, stop),
        ["outcomes"] = static (file, _, stop) => file.ReadOutcomes(stop),
        ["unknown principals"] = static (file, _, stop) => file.ReadUnknownPrincipals("user", "", 10, stop),
        ["drop grants"] = static (file, _, stop) => file.DropDanglingGrants(stop),
        ["drop resources"] = static (file, _, stop) => file.DropResourcesWithoutGrants("client", stop),
        ["count grants"] = static (file, _, stop) => file.CountGrants(stop),
        ["count rows"] = static (file, _, stop) => file.CountRows(stop),
        ["estimate"] = static (file, bench, stop) => file.EstimateExpansion(new ExpansionOptions { TimeProvider = bench.Clock }, stop),
        ["expand"] = static (file, bench, stop) => file.Expand(new ExpansionOptions { TimeProvider = bench.Clock, PageSize = 200 }, stop),
        ["end"] = static (file, _, stop) => file.End(SyncTypes.Full, "outcome", stop),
        ["publish"] = static (file, _, stop) => file.Publish(stop),
    };

    private static readonly Lazy<(IReadOnlyList<string> Grants, IReadOnlyList<string> People)> Whole = new(static () =>
    {
        using var bench = new StagingBench();
        Go(bench, until: null);
        return (Grants(bench), bench.People());
    });

    public static TheoryData<string, int> Instants()
    {
        var instants = new TheoryData<string, int>();
        foreach (var step in Steps.Keys)
        {
            foreach (var microseconds in (int[])[0, 400, 4_000])
            {
                instants.Add(step, microseconds);
            }
        }

        return instants;
    }

    [Theory]
    [MemberData(nameof(Instants))]
    public void A_step_that_is_stopped_says_so_and_the_next_run_ends_the_work(string stopped, int microseconds)
    {
        using var bench = new StagingBench();
        var began = Go(bench, until: stopped, microseconds);

        var ended = Go(bench, until: null);

        // Published already, there is nothing to go on with.
        Assert.True(began == ended || stopped == "publish");
        Assert.Equal(Whole.Value.Grants, Grants(bench));
        Assert.Equal(Whole.Value.People, bench.People());
        Assert.Equal(["sync.c1z"], bench.Names);
    }

    [Theory]
    [InlineData(".db")]
    [InlineData(".c1z")]
    public void Taking_over_a_former_file_can_be_stopped(string kind)
    {
        using var bench = new StagingBench { Target = "sync" + kind };
        bench.Run(["auth0|old"]);
        var former = File.ReadAllBytes(bench.TargetPath);

        Assert.ThrowsAny<OperationCanceledException>(() => StagingFile.Open(
            bench.TargetPath, StagingBench.Identity, new StagingOptions(), bench.Clock, LocalDisk.Real, new CancellationToken(canceled: true)));

        Assert.Equal(former, File.ReadAllBytes(bench.TargetPath));
        bench.Run(["auth0|new"]);
        Assert.Equal(2, bench.SyncIds().Count);
    }

    private static string Go(StagingBench bench, string? until, int microseconds = 0)
    {
        using var file = bench.Open();
        if (!file.Resumed)
        {
            Load(file);
        }

        foreach (var (name, step) in Steps)
        {
            if (file.Outcome is not null && name != "publish")
            {
                continue;
            }

            if (name != until)
            {
                step(file, bench, CancellationToken.None);
                continue;
            }

            using var stop = new CancellationTokenSource();
            var stopping = StopAfter(stop, microseconds);
            var failure = Record.Exception(() => step(file, bench, stop.Token));
            stopping?.Join();
            // A step that is quicker than the stop has ended; at once there is no such thing.
            Assert.True(failure is OperationCanceledException || (failure is null && microseconds > 0), $"{name}: {failure}");
            return file.SyncId;
        }

        return file.SyncId;
    }

    // Timers know milliseconds only.
    private static Thread? StopAfter(CancellationTokenSource stop, int microseconds)
    {
        if (microseconds == 0)
        {
            stop.Cancel();
            return null;
        }

        var thread = new Thread(() =>
        {
            var began = Stopwatch.GetTimestamp();
            while (Stopwatch.GetElapsedTime(began).TotalMicroseconds < microseconds)
            {
                Thread.Yield();
            }

            stop.Cancel();
        });
        thread.Start();
        return thread;
    }

    private static void Load(StagingFile file)
    {
        var team = new Resource { Id = new ResourceId { ResourceType = "team", Resource = "t" } };
        var group = new Resource { Id = new ResourceId { ResourceType = "group", Resource = "g" } };
        var inTeam = new Entitlement { Id = "team:t:member", Resource = team };
        var inGroup = new Entitlement { Id = "group:g:member", Resource = group };
        var people = Enumerable.Range(0, People).Select(static number => new Resource { Id = new ResourceId { ResourceType = "user", Resource = $"auth0|{number:00000}" } }).ToList();
        file.Commit([new StagedBatch
        {
            ResourceTypes = [.. ((string[])["user", "team", "group", "client"]).Select(static type => StagedResourceType.From(new ResourceType { Id = type }))],
            // Some are read twice, somebody is nobody, and nobody uses the client.
            Resources =
            [
                .. people.Concat(people.Take(200)).Append(team).Append(group).Append(new Resource { Id = new ResourceId { ResourceType = "client", Resource = "c" } })
                    .Select(StagedResource.From),
            ],
            Entitlements = [StagedEntitlement.From(inTeam), StagedEntitlement.From(inGroup), StagedEntitlement.From(inTeam)],
            Grants =
            [
                .. people.Append(new Resource { Id = new ResourceId { ResourceType = "user", Resource = "gone" } }).Select(person => StagedGrant.From(Grant(inGroup, person))),
                StagedGrant.From(Grant(inTeam, group), new GrantExpandable { EntitlementIds = { inGroup.Id } }),
                StagedGrant.From(Grant(inTeam, people[0])),
            ],
            Tasks = [new StagedTask("kind", "a")],
        }]);
    }

    private static Grant Grant(Entitlement entitlement, Resource principal) => new()
    {
        Id = $"{entitlement.Id}:{principal.Id.ResourceType}:{principal.Id.Resource}",
        Entitlement = entitlement,
        Principal = principal,
    };

    private static IReadOnlyList<string> Grants(StagingBench bench)
    {
        using var reader = bench.Read();
        return [.. reader.ReadGrants(reader.CurrentSync!, GrantFilter.All, CancellationToken.None).Select(static row => row.Message.ToString()).Order(StringComparer.Ordinal)];
    }
}
