using Auth0Connector.AccessFile.Messages;
using Auth0Connector.Analysis.Listing;
using Auth0Connector.Analysis.Reach;
using Auth0Connector.Cli.Errors;
using Auth0Connector.Cli.Looking;
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
        var list = file.List;

        var reach = AccessReach.Open(list, cancellationToken);
        var person = NamedThing.Find(list, settings, ReachTable.User, ThingKind.User, cancellationToken)!;
        var targets = ReachTargets.Find(list, reach, settings, cancellationToken);
        var reached = reach.Of(person.Id.ResourceType, person.Id.Resource, cancellationToken)
            .Where(one => targets.Any(target => target.EntitlementId == one.Target.EntitlementId))
            .ToList();
        var text = new PathText(list, reach);
        switch (ListForms.Read(settings, ReachTable.Output))
        {
            case ListForm.Json:
                session.Consoles.WriteResult(Json(person, targets, reached, text));
                break;
            case ListForm.Table:
                new ExplainPage(session, text, isMarkdown: false).Write(person, targets, reached);
                break;
            case ListForm.Markdown:
                new ExplainPage(session, text, isMarkdown: true).Write(person, targets, reached);
                break;
            case var form:
                var shape = WhoColumns.Of(() => text);
                var options = new ListOptions<Holder>(form, shape.Columns, Sort: null, IsDescending: false, Limit: null);
                ListOutput.Write(session, shape, options, reached.SelectMany(one => one.Paths).Select(path => new Holder(person, path)));
                break;
        }

        return Task.FromResult(reached.Count > 0 ? ExitCodes.Complete : ExitCodes.Skips);
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
