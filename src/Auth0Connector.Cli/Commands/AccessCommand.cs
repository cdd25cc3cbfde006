using Auth0Connector.AccessFile.Messages;
using Auth0Connector.AccessFile.Reading;
using Auth0Connector.Analysis.Json;
using Auth0Connector.Analysis.Listing;
using Auth0Connector.Analysis.Reach;
using Auth0Connector.Cli.Comparing;
using Auth0Connector.Cli.Errors;
using Auth0Connector.Cli.Looking;
using Auth0Connector.Cli.Output;
using Auth0Connector.Cli.Reaching;
using Auth0Connector.Cli.Settings;

namespace Auth0Connector.Cli.Commands;

/// <summary>Shows everything that one principal reaches.</summary>
internal static class AccessCommand
{
    /// <summary>Runs it.</summary>
    public static Task<int> RunAsync(Session session, Invocation invocation, CancellationToken cancellationToken)
    {
        var settings = LookCommand.Resolve(session, invocation, ReachTable.Access);
        Check(settings);
        PathText? text = null;
        AccessList? open = null;
        var shape = AccessColumns.Of(() => text!, () => open!);
        var options = ListOptions<Reached>.Read(settings, shape);
        using var file = OpenedFile.Open(session, settings, cancellationToken);
        open = file.List;
        var reach = AccessReach.Open(open, cancellationToken);
        text = new PathText(open, reach);
        var principal = NamedThing.Find(open, settings, ReachTable.User, ThingKind.User, cancellationToken) ?? Named(open, settings, cancellationToken);
        var reached = reach.Of(principal.Id.ResourceType, principal.Id.Resource, cancellationToken);
        var filter = new RowFilter(settings);
        reached = [.. reached.Where(one => filter.Matches(text.Step(one.Target), one.Target.EntitlementId))];
        Show(session, settings, options, shape, new Answer(open, reach, text, principal, reached), cancellationToken);
        return Task.FromResult(ExitCodes.Complete);
    }

    // A grant may speak of what has no row; what has neither is a slip.
    private static Resource Named(AccessList list, ResolvedSettings settings, CancellationToken cancellationToken)
    {
        var (type, id) = (settings.Text(ReachTable.ResourceType)!, settings.Text(ReachTable.Resource)!);
        KnownType.Demand(list, type, cancellationToken);
        var filter = new GrantFilter { PrincipalTypeId = type, PrincipalId = id };
        return list.FindResource(type, id) is { } resource ? resource
            : list.Reader.ReadGrants(list.Sync, filter, cancellationToken).Any() ? list.Resource(type, id)
            : throw new ConfigurationException($"--resource: there is no {SettingCheck.Shown(type)} '{SettingCheck.Shown(id)}' in the file; 'resources -t {SettingCheck.Shown(type)}' lists them");
    }

    private static void Check(ResolvedSettings settings)
    {
        var isByUser = settings.Given(ReachTable.User) is not null;
        var hasType = settings.Given(ReachTable.ResourceType) is not null;
        var hasId = settings.Given(ReachTable.Resource) is not null;
        if (isByUser ? hasType || hasId : !hasType || !hasId)
        {
            throw new ConfigurationException("access: needs --user, or --resource-type and --resource together");
        }
    }

    private static void Show(
        Session session, ResolvedSettings settings, ListOptions<Reached> options, ListShape<Reached> shape, Answer answer, CancellationToken cancellationToken)
    {
        if (options.Form == ListForm.Json)
        {
            session.Consoles.WriteResult(Json(answer, settings.Given(ReachTable.User) is null, shape, cancellationToken));
        }
        else if (options.Form == ListForm.Table && settings.Given(LookTable.Columns) is null && options.Sort is null)
        {
            using var stream = new ResultStream(session.Host);
            var person = new Person(answer.Principal);
            var status = person.Status.Length > 0 ? $", {person.Status}" : string.Empty;
            IReadOnlyList<Reached> shown = options.Limit is { } limit ? [.. answer.Reached.Take(limit)] : answer.Reached;
            new AccessTree(session, stream, answer.List, answer.Text).Write(new DiffText(Printable.Of).Name(answer.Principal) + status, shown);
        }
        else
        {
            ListOutput.Write(session, shape, options, answer.Reached);
        }
    }

    /// <summary>
    /// By type and id it is the ecosystem's answer, which knows rows only; by person it has the same shape with all that is
    /// reached, and the ways.
    /// </summary>
    private static string Json(Answer answer, bool isRowsOnly, ListShape<Reached> shape, CancellationToken cancellationToken) => JsonText.Of(answer, (json, answer) =>
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
            json.WriteStartArray(shape.Name);
            foreach (var one in answer.Reached)
            {
                json.WriteStartObject();
                shape.WriteJson(json, one);
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

    private sealed record Answer(AccessList List, AccessReach Reach, PathText Text, Resource Principal, IReadOnlyList<Reached> Reached);
}
