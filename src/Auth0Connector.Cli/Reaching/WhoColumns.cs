using Auth0Connector.Analysis.Listing;
using Auth0Connector.Analysis.Reach;
using Auth0Connector.Cli.Looking;

namespace Auth0Connector.Cli.Reaching;

/// <summary>The columns of <c>who</c>.</summary>
internal static class WhoColumns
{
    /// <summary>The list; its texts need the file, which is open only later.</summary>
    public static ListShape<Holder> Of(Func<PathText> text) => new(
        "who",
        [
            new("principal", "Principal", holder => holder.Principal.DisplayName),
            new("email", "E-mail", holder => new Person(holder.Principal).Email),
            new("status", "Status", holder => new Person(holder.Principal).Status),
            new("holds", "Holds", holder => text().Step(holder.Path.Target)),
            new("through", "Through", holder => text().Through(holder.Path) is { Length: > 0 } way ? way : "directly"),
            new("direct", "Direct", holder => holder.Path.IsDirect ? "yes" : "no", IsShown: false),
            new("principal_type", "Principal type", holder => holder.Principal.Id?.ResourceType ?? string.Empty, IsShown: false),
            new("principal_id", "Principal ID", holder => holder.Principal.Id?.Resource ?? string.Empty, IsShown: false),
            new("entitlement_id", "Entitlement ID", holder => holder.Path.Target.EntitlementId, IsShown: false),
        ],
        (json, holder) =>
        {
            json.WriteStartObject("principal");
            ThingJson.Write(json, holder.Principal);
            json.WriteEndObject();
            json.WriteBoolean("direct", holder.Path.IsDirect);
            text().WriteJson(json, "path", holder.Path);
        });
}
