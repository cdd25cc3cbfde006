using Auth0Connector.AccessFile.Messages;
using Auth0Connector.Analysis.Listing;
using Auth0Connector.Analysis.Reach;
using Auth0Connector.Cli.Comparing;
using Auth0Connector.Cli.Errors;
using Auth0Connector.Cli.Looking;
using Auth0Connector.Cli.Output;
using Auth0Connector.Cli.Reaching;
using Auth0Connector.Cli.Settings;

namespace Auth0Connector.Cli.Commands;

/// <summary>Says every way in which one person reaches one thing, or that there is none.</summary>
internal static class ExplainCommand
{
    /// <summary>Runs it.</summary>
    public static Task<int> RunAsync(Session session, Invocation invocation, CancellationToken cancellationToken)
    {
        var settings = LookCommand.Resolve(session, invocation, ReachTable.Explain);
        if (settings.Text(ReachTable.User) is null)
        {
            throw new ConfigurationException("explain: needs --user, and what is to be explained");
        }

        ReachTargets.Check(settings, "explain");
        using var file = OpenedFile.Open(session, settings, cancellationToken);
        if (file.List is not { } list)
        {
            throw new ConfigurationException("there is nothing in the file to explain");
        }

        var reach = AccessReach.Open(list, cancellationToken);
        var person = NamedThing.Find(list, settings, ReachTable.User, ThingKind.User, cancellationToken)!;
        var targets = ReachTargets.Find(list, reach, settings, cancellationToken);
        var reached = reach.Of(person.Id.ResourceType, person.Id.Resource, cancellationToken)
            .Where(one => targets.Any(target => target.EntitlementId == one.Target.EntitlementId))
            .ToList();
        var text = new PathText(list, reach);
        if (settings.Choice(ReachTable.Output) == "json")
        {
            session.Consoles.WriteResult(Json(person, targets, reached, text));
        }
        else
        {
            Tell(session, new DiffText(Printable.Of).Name(person), targets, reached, text);
        }

        return Task.FromResult(reached.Count > 0 ? ExitCodes.Complete : ExitCodes.Skips);
    }

    private static void Tell(Session session, string name, IReadOnlyList<Held> targets, List<Reached> reached, PathText text)
    {
        if (reached.Count == 0)
        {
            var what = string.Join(" nor ", targets.Select(text.Step));
            session.Consoles.WriteResult($"{name} does not reach {(what.Length > 0 ? Printable.Of(what) : "it: there is nothing that can be held")}: no grant leads there.");
        }

        foreach (var one in reached)
        {
            var ways = one.Paths.Count switch
            {
                1 => "in one way",
                >= AccessReach.MostPaths => $"in {one.Paths.Count} ways or more",
                _ => $"in {one.Paths.Count} ways",
            };
            session.Consoles.WriteResult($"{name} reaches {Printable.Of(text.Step(one.Target))} {ways}:");
            for (var i = 0; i < one.Paths.Count; i++)
            {
                Sentence(session, $"  {i + 1}. ", Printable.Of(text.Sentence(one.Paths[i])));
            }
        }
    }

    private static void Sentence(Session session, string number, string sentence)
    {
        var room = TableListWriter.Room(session) ?? int.MaxValue;
        foreach (var line in CellText.Wrap(sentence, Math.Max(20, room - number.Length)))
        {
            session.Consoles.WriteResult(number + line);
            number = new string(' ', number.Length);
        }
    }

    private static string Json(Resource person, IReadOnlyList<Held> targets, List<Reached> reached, PathText text) =>
        JsonText.Of(reached, (json, reached) =>
        {
            json.WriteStartObject("principal");
            ThingJson.Write(json, person);
            json.WriteEndObject();
            json.WriteBoolean("reaches", reached.Count > 0);
            json.WriteStartArray("targets");
            foreach (var target in targets)
            {
                json.WriteStartObject();
                text.WriteStep(json, target);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("paths");
            foreach (var path in reached.SelectMany(one => one.Paths))
            {
                json.WriteStartObject();
                json.WriteBoolean("direct", path.IsDirect);
                text.WriteJson(json, "steps", path);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
}
