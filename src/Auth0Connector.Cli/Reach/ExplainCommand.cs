using Auth0Connector.AccessFile.Messages;
using Auth0Connector.Analysis.Listing;
using Auth0Connector.Analysis.Reach;
using Auth0Connector.Cli.Files;
using Auth0Connector.Cli.Lists;
using Auth0Connector.Cli.Logging;
using Auth0Connector.Cli.Look;
using Auth0Connector.Cli.Output;
using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Shell;

namespace Auth0Connector.Cli.Reach;

/// <summary>Says every way in which one person reaches one thing, or that there is none.</summary>
internal static class ExplainCommand
{
    /// <summary>What it is called, which settings it has and what it does.</summary>
    public static CommandDefinition Definition { get; } = new()
    {
        Name = "explain",
        Summary = "Says every way in which a person reaches something, or ends with code 3 if there is none.",
        Settings = [ReachFlags.User, .. ReachFlags.Targets, FileFlags.SyncId, .. FileFlags.Chosen, ReachFlags.Output, .. LogFlags.All],
        Examples = [("auth0-connector explain --user ada@example.com --permission read:invoices", "why she can read invoices")],
        Run = RunAsync,
    };

    /// <summary>Runs it.</summary>
    public static Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (session, settings) = (context.Session, context.Settings);
        if (settings.Text(ReachFlags.User) is null)
        {
            throw new UsageException("explain: needs --user, and what is to be explained");
        }

        ReachTargets.Check(settings, "explain");
        using var file = OpenedFile.Open(session, settings, cancellationToken);
        var list = file.List;

        var reach = AccessReach.Open(list, cancellationToken);
        var person = NamedThing.Find(list, settings, ReachFlags.User, ThingKind.User, cancellationToken)!;
        var targets = ReachTargets.Find(list, reach, settings, cancellationToken);
        var reached = reach.Of(person.Id.ResourceType, person.Id.Resource, cancellationToken)
            .Where(one => targets.Any(target => target.EntitlementId == one.Target.EntitlementId))
            .ToList();
        var text = new PathText(list, reach);
        switch (ListForms.Read(settings, ReachFlags.Output))
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
                var shape = WhoColumns.Shape;
                var options = new ListOptions<HolderRow>(form, shape.Columns, Sort: null, IsDescending: false, Limit: null);
                ListOutput.Write(session, shape, options, reached.SelectMany(one => one.Paths).Select(path => new HolderRow(new Holder(person, path), text)));
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
