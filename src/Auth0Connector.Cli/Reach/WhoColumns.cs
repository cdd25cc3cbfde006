using Auth0Connector.Analysis.Listing;
using Auth0Connector.Cli.Lists;
using Auth0Connector.Cli.Look;

namespace Auth0Connector.Cli.Reach;

/// <summary>The columns of <c>who</c>.</summary>
internal static class WhoColumns
{
    /// <summary>The list.</summary>
    public static ListShape<HolderRow> Shape { get; } = new(
        "who",
        [
            new("principal", "Principal", row => row.Holder.Principal.DisplayName),
            new("email", "E-mail", row => new Person(row.Holder.Principal).Email),
            new("status", "Status", row => new Person(row.Holder.Principal).Status),
            new("holds", "Holds", row => row.Text.Step(row.Holder.Path.Target)),
            new("through", "Through", row => row.Text.Through(row.Holder.Path) is { Length: > 0 } way ? way : "directly"),
            new("direct", "Direct", row => row.Holder.Path.IsDirect ? "yes" : "no", IsShown: false),
            new("principal_type", "Principal type", row => row.Holder.Principal.Id?.ResourceType ?? string.Empty, IsShown: false),
            new("principal_id", "Principal ID", row => row.Holder.Principal.Id?.Resource ?? string.Empty, IsShown: false),
            new("entitlement_id", "Entitlement ID", row => row.Holder.Path.Target.EntitlementId, IsShown: false),
        ],
        static (json, row) =>
        {
            json.WriteStartObject("principal");
            ThingJson.Write(json, row.Holder.Principal);
            json.WriteEndObject();
            json.WriteBoolean("direct", row.Holder.Path.IsDirect);
            row.Text.WriteJson(json, "path", row.Holder.Path);
        });
}
