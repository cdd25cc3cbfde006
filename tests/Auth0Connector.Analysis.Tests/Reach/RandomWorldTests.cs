using Auth0Connector.AccessFile.Reading;
using Auth0Connector.Analysis.Listing;
using Auth0Connector.Analysis.Model;
using Auth0Connector.Analysis.Reach;

namespace Auth0Connector.Analysis.Tests.Reach;

/// <summary>The law of passage over worlds made by chance: the engines agree with each other and with what is so, and on the ways.</summary>
public sealed class RandomWorldTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Everybody_answers_what_is_so_in_any_world(int seed)
    {
        var isExpanded = seed % 2 == 0;
        var truth = World(seed).Truth();

        using var reader = SampleTenant.Open(World(seed).Tenant.Write(_folder.File("a.db"), isExpanded));
        using var list = new AccessList(reader, reader.CurrentSync!);
        var model = EveryAnswer.Is(truth, list);
        TheWaysAgree(list, model, isExpanded);
    }

    // What is limited is asked of unexpanded files alone.
    private static RandomWorld World(int seed) => new(seed, isLimited: seed % 2 == 1);

    // Of an unexpanded file every way is told from both ends, and the model's one way is as short as the shortest.
    private static void TheWaysAgree(AccessList list, AccessModel model, bool isExpanded)
    {
        var reach = AccessReach.Open(list, default);
        var byPerson = model.People.SelectMany(person => reach.Of(person.TypeId, person.Id, default).SelectMany(one => one.Paths).Select(path => (person.Id, Text(path)))).Order().ToList();
        var byThing = list.Resources(ResourceFilter.All, default)
            .SelectMany(view => reach.Who(reach.TargetsOn(view.Resource.Id.ResourceType, view.Resource.Id.Resource, default), default))
            .Select(holder => (holder.Principal.Id.Resource, Text(holder.Path))).Order().ToList();
        if (!isExpanded)
        {
            // In a file that was expanded with a circle of groups, who tells recorded causes beside the ways that access tells.
            Assert.Equal(byPerson, byThing);
        }

        foreach (var person in model.People)
        {
            var shortest = reach.Of(person.TypeId, person.Id, default).ToDictionary(one => one.Target.EntitlementId, one => one.Paths[0].Steps.Count, StringComparer.Ordinal);
            var alone = reach.ShortestOf(person.TypeId, person.Id, default).ToDictionary(path => path.Target.EntitlementId, path => path.Steps.Count, StringComparer.Ordinal);
            Assert.Equal(shortest.OrderBy(pair => pair.Key, StringComparer.Ordinal), alone.OrderBy(pair => pair.Key, StringComparer.Ordinal));
            Assert.All(person.Reached, right => Assert.Equal(shortest[model.Rights[right].Id], model.ShortestWay(person, right).Count));
        }
    }

    private static string Text(ReachPath path) => (path.IsRecorded ? "recorded " : string.Empty) + string.Join(" > ", path.Steps.Select(step => step.EntitlementId));
}
