using Auth0Connector.Cli.Lists;
using Auth0Connector.Cli.Output;

namespace Auth0Connector.Cli.Reach;

/// <summary>The columns of <c>access</c>, one row for each thing that is reached.</summary>
internal static class AccessColumns
{
    /// <summary>The list.</summary>
    public static ListShape<ReachedRow> Shape { get; } = new(
        "reached",
        [
            new("type", "Resource type", row => row.Text.Type(row.Reached.Target)),
            new("resource", "Resource", row => row.Text.Name(row.Reached.Target)),
            new("entitlement", "Entitlement", row => row.Text.Slug(row.Reached.Target)),
            new("through", "Through", row => row.Text.Ways(row.Reached)),
            new("ways", "Ways", row => Amount.Count(row.Reached.Paths.Count), IsShown: false),
            new("direct", "Direct", row => row.Reached.Paths.Any(path => path.IsDirect) ? "yes" : "no", IsShown: false),
            new("resource_id", "Resource ID", row => row.Reached.Target.ResourceId, IsShown: false),
            new("entitlement_id", "Entitlement ID", row => row.Reached.Target.EntitlementId, IsShown: false),
        ],
        static (json, row) =>
        {
            row.Text.WriteStep(json, row.Reached.Target);
            json.WriteStartArray("paths");
            foreach (var path in row.Reached.Paths)
            {
                json.WriteStartObject();
                json.WriteBoolean("direct", path.IsDirect);
                row.Text.WriteJson(json, "steps", path);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
}
