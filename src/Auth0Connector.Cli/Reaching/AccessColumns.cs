using Auth0Connector.Analysis.Listing;
using Auth0Connector.Analysis.Reach;
using Auth0Connector.Cli.Looking;

namespace Auth0Connector.Cli.Reaching;

/// <summary>The columns of <c>access</c>, one row for each thing that is reached.</summary>
internal static class AccessColumns
{
    /// <summary>The list; its texts need the file, which is open only later.</summary>
    public static ListShape<Reached> Of(Func<PathText> text, Func<AccessList> list) => new(
        "reached",
        [
            new("type", "Resource type", one => ResourceColumns.Named(list().Type(one.Target.TypeId))),
            new("resource", "Resource", one => text().Name(one.Target)),
            new("entitlement", "Entitlement", one => text().Slug(one.Target)),
            new("through", "Through", one => text().Ways(one)),
            new("ways", "Ways", one => Output.Amount.Count(one.Paths.Count), IsShown: false),
            new("direct", "Direct", one => one.Paths.Any(path => path.IsDirect) ? "yes" : "no", IsShown: false),
            new("resource_id", "Resource ID", one => one.Target.ResourceId, IsShown: false),
            new("entitlement_id", "Entitlement ID", one => one.Target.EntitlementId, IsShown: false),
        ],
        (json, one) =>
        {
            text().WriteStep(json, one.Target);
            json.WriteStartArray("paths");
            foreach (var path in one.Paths)
            {
                json.WriteStartObject();
                json.WriteBoolean("direct", path.IsDirect);
                text().WriteJson(json, "steps", path);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
}
