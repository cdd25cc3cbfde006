using Auth0Connector.AccessFile.Messages;
using Auth0Connector.AccessFile.Reading;
using Auth0Connector.Analysis.Json;
using Auth0Connector.Analysis.Listing;
using Auth0Connector.Analysis.Reach;
using Auth0Connector.Cli.Files;
using Auth0Connector.Cli.Lists;
using Auth0Connector.Cli.Look;
using Auth0Connector.Cli.Output;
using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Shell;

namespace Auth0Connector.Cli.Reach;

/// <summary>Shows everything that one principal reaches.</summary>
internal static class AccessCommand
{
    /// <summary>What it is called, which settings it has and what it does.</summary>
    public static CommandDefinition Definition { get; } = new()
    {
        Name = "access",
        Summary = "Shows everything that one person reaches, and by which way.",
        Settings = [ReachFlags.User, ReachFlags.ResourceType, ReachFlags.Resource, .. LookFlags.OfLists],
        Examples =
        [
            ("auth0-connector access --user ada@example.com", "organizations, roles, groups and permissions as a tree"),
            ("auth0-connector access -t user -r 'auth0|123' -o json", "in the JSON of the ecosystem's reader"),
        ],
        Run = RunAsync,
    };

    /// <summary>Runs it.</summary>
    public static Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (session, settings) = (context.Session, context.Settings);
        Check(settings);
        var options = ListOptions<ReachedRow>.Read(settings, AccessColumns.Shape);
        using var file = OpenedFile.Open(session, settings, cancellationToken);
        var list = file.List;
        var reach = AccessReach.Open(list, cancellationToken);
        var text = new PathText(list, reach);
        var principal = NamedThing.Find(list, settings, ReachFlags.User, ThingKind.User, cancellationToken) ?? Named(list, settings, cancellationToken);
        var reached = reach.Of(principal.Id.ResourceType, principal.Id.Resource, cancellationToken);
        var filter = new RowFilter(settings);
        reached = [.. reached.Where(one => filter.Matches(text.Step(one.Target), one.Target.EntitlementId))];
        Show(session, settings, options, new Answer(list, reach, text, principal, reached), cancellationToken);
        return Task.FromResult(ExitCodes.Complete);
    }

    // A grant may speak of what has no row; what has neither is a slip.
    private static Resource Named(AccessList list, ResolvedSettings settings, CancellationToken cancellationToken)
    {
        var (type, id) = (settings.Text(ReachFlags.ResourceType)!, settings.Text(ReachFlags.Resource)!);
        KnownType.Demand(list, type, cancellationToken);
        var filter = new GrantFilter { PrincipalTypeId = type, PrincipalId = id };
        return list.FindResource(type, id) is { } resource ? resource
            : list.Reader.ReadGrants(list.Sync, filter, cancellationToken).Any() ? list.Resource(type, id)
            : throw new UsageException($"--resource: there is no {Printable.Short(type)} '{Printable.Short(id)}' in the file; 'resources -t {Printable.Short(type)}' lists them");
    }

    private static void Check(ResolvedSettings settings)
    {
        var isByUser = settings.Given(ReachFlags.User) is not null;
        var hasType = settings.Given(ReachFlags.ResourceType) is not null;
        var hasId = settings.Given(ReachFlags.Resource) is not null;
        if (isByUser ? hasType || hasId : !hasType || !hasId)
        {
            throw new UsageException("access: needs --user, or --resource-type and --resource together");
        }
    }

    private static void Show(
        Session session, ResolvedSettings settings, ListOptions<ReachedRow> options, Answer answer, CancellationToken cancellationToken)
    {
        if (options.Form == ListForm.Json)
        {
            session.Consoles.WriteResult(Json(answer, settings.Given(ReachFlags.User) is null, cancellationToken));
        }
        else if (options.Form == ListForm.Table && settings.Given(ListFlags.Columns) is null && options.Sort is null)
        {
            using var stream = new ResultStream(session.Host);
            var person = new Person(answer.Principal);
            var status = person.Status.Length > 0 ? $", {person.Status}" : string.Empty;
            IReadOnlyList<Reached> shown = options.Limit is { } limit ? [.. answer.Reached.Take(limit)] : answer.Reached;
            new AccessTree(session, stream, answer.List, answer.Text).Write(Printable.Of(ResourceName.Of(answer.Principal)) + status, shown);
        }
        else
        {
            ListOutput.Write(session, AccessColumns.Shape, options, answer.Rows);
        }
    }

    /// <summary>
    /// By type and id it is the ecosystem's answer, which knows rows only; by person it has the same shape with all that is
    /// reached, and the ways.
    /// </summary>
    private static string Json(Answer answer, bool isRowsOnly, CancellationToken cancellationToken) => JsonText.Of(answer, (json, answer) =>
    {
        json.WriteStartObject("principal");
        MessageJson.Write(json, answer.Principal);
        json.WriteEndObject();
        var access = isRowsOnly
            ? answer.List.Access(answer.Principal.Id.ResourceType, answer.Principal.Id.Resource, cancellationToken)
            : Views(answer);
        if (access.Count > 0)
        {
            json.WriteStartArray("access");
            foreach (var view in access)
            {
                json.WriteStartObject();
                AccessView.WriteJson(json, view);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        if (!isRowsOnly)
        {
            json.WriteStartArray(AccessColumns.Shape.Name);
            foreach (var row in answer.Rows)
            {
                json.WriteStartObject();
                AccessColumns.Shape.WriteJson(json, row);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }
    });

    private static List<AccessView> Views(Answer answer) =>
    [
        .. answer.Reached.GroupBy(one => (one.Target.TypeId, one.Target.ResourceId)).Select(group => new AccessView(
            answer.List.Type(group.Key.TypeId),
            answer.List.Resource(group.Key.TypeId, group.Key.ResourceId),
            [.. group.Select(one => answer.Reach.EntitlementOf(one.Target))])),
    ];

    private sealed record Answer(AccessList List, AccessReach Reach, PathText Text, Resource Principal, IReadOnlyList<Reached> Reached)
    {
        /// <summary>What is reached, as rows of a list.</summary>
        public IEnumerable<ReachedRow> Rows => Reached.Select(one => new ReachedRow(one, Text));
    }
}
