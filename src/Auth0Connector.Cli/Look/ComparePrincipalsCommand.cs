using System.Text.Json;
using Auth0Connector.AccessFile.Reading;
using Auth0Connector.Analysis.Differences;
using Auth0Connector.Analysis.Listing;
using Auth0Connector.Cli.Files;
using Auth0Connector.Cli.Lists;
using Auth0Connector.Cli.Output;
using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Shell;

namespace Auth0Connector.Cli.Look;

/// <summary>Holds the principals of one entitlement against those of another, in the same file or in two.</summary>
internal static class ComparePrincipalsCommand
{
    private static readonly ListColumn<(bool IsMissing, ResourceView View)> Difference = new("difference", "Difference", row => row.IsMissing ? "missing" : "extra");

    /// <summary>Runs it.</summary>
    public static Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (session, settings) = (context.Session, context.Settings);
        if (settings.Text(LookFlags.Entitlement) is not { } entitlement)
        {
            throw new UsageException("principals compare: needs --entitlement, and --compare-entitlement or --compare-file");
        }

        var otherEntitlement = settings.Text(PrincipalsFlags.CompareEntitlement) ?? entitlement;
        var shape = Shape();
        var options = ListOptions<(bool IsMissing, ResourceView View)>.Read(settings, shape);
        using var file = OpenedFile.Open(session, settings, cancellationToken);
        using var otherReader = OpenedFile.Open(session, settings.Text(PrincipalsFlags.CompareFile) ?? settings.Text(FileFlags.File)!, cancellationToken);
        using var other = new AccessList(otherReader, OpenedFile.Choose(session, otherReader, syncId: null));
        var holders = Principals(file.List, entitlement, cancellationToken);
        var compared = Principals(other, otherEntitlement, cancellationToken);
        var filter = new RowFilter(settings);
        var missing = Without(holders, compared, filter);
        var extra = Without(compared, holders, filter);
        if (options.Form == ListForm.Json)
        {
            session.Consoles.WriteResult(Json([("missing", missing), ("extra", extra), ("base", holders), ("compared", compared)]));
        }
        else
        {
            ListOutput.Write(session, shape, options, [.. missing.Select(view => (true, view)), .. extra.Select(view => (false, view))]);
        }

        return Task.FromResult(ExitCodes.Complete);
    }

    /// <summary>The holders of one entitlement; who is missing can only be told when all of the others are known.</summary>
    private static List<ResourceView> Principals(AccessList list, string entitlement, CancellationToken cancellationToken)
    {
        if (list.FindEntitlement(entitlement) is null)
        {
            throw new UsageException($"there is no entitlement '{Printable.Short(entitlement)}' in {Printable.Short(list.Reader.Path)}; 'entitlements' lists them");
        }

        return [.. list.Principals(new GrantFilter { EntitlementId = entitlement }, cancellationToken)];
    }

    private static List<ResourceView> Without(List<ResourceView> some, List<ResourceView> others, RowFilter filter)
    {
        var known = new PrincipalSet(others);
        return [.. some.Where(view => !known.Contains(view.Resource) && filter.HasStatus(view.Resource) && filter.Matches(view.Resource))];
    }

    private static ListShape<(bool IsMissing, ResourceView View)> Shape() => new(
        "differences",
        [Difference, .. ResourceColumns.Principals.Columns.Select(column => new ListColumn<(bool IsMissing, ResourceView View)>(column.Key, column.Title, row => column.Text(row.View), column.IsShown))],
        (json, row) =>
        {
            json.WriteString("difference", Difference.Text(row));
            ResourceView.WriteJson(json, row.View);
        });

    /// <summary>In the shape of the ecosystem's reader.</summary>
    private static string Json(IReadOnlyList<(string Name, List<ResourceView> Views)> arrays) => JsonText.Of(arrays, (json, arrays) =>
    {
        foreach (var (name, views) in arrays.Where(array => array.Views.Count > 0))
        {
            Write(json, name, views);
        }
    });

    private static void Write(Utf8JsonWriter json, string name, List<ResourceView> views)
    {
        json.WriteStartArray(name);
        foreach (var view in views)
        {
            json.WriteStartObject();
            ResourceView.WriteJson(json, view);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
