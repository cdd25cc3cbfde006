using Auth0Connector.AccessFile.Messages;
using Auth0Connector.Analysis.Json;
using Auth0Connector.Analysis.Listing;
using Auth0Connector.Cli.Lists;

namespace Auth0Connector.Cli.Look;

/// <summary>The columns of resource types, resources and principals.</summary>
internal static class ResourceColumns
{
    /// <summary>The list of resource types.</summary>
    public static ListShape<ResourceType> Types { get; } = new(
        "resourceTypes",
        [
            new("id", "ID", type => type.Id),
            new("name", "Display name", type => type.DisplayName),
            new("traits", "Traits", type => string.Join(", ", type.Traits.Select(MessageJson.TraitName))),
            new("description", "Description", type => type.Description, IsShown: false),
        ],
        static (json, type) =>
        {
            json.WriteStartObject("resourceType");
            MessageJson.Write(json, type);
            json.WriteEndObject();
        });

    /// <summary>The list of resources.</summary>
    public static ListShape<ResourceView> Resources { get; } = new("resources", Columns(hasParent: true), ResourceView.WriteJson);

    /// <summary>The list of principals, which has the same JSON.</summary>
    public static ListShape<ResourceView> Principals { get; } = new("resources", Columns(hasParent: false), ResourceView.WriteJson);

    private static ListColumn<ResourceView>[] Columns(bool hasParent) =>
    [
        new("id", "ID", view => view.Resource.Id?.Resource ?? string.Empty),
        new("name", "Display name", view => view.Resource.DisplayName),
        new("type", "Resource type", view => Named(view.Type)),
        new("email", "E-mail", view => new Person(view.Resource).Email, IsShown: !hasParent),
        new("status", "Status", view => new Person(view.Resource).Status),
        new("parent", "Parent", view => view.Parent?.DisplayName ?? string.Empty, hasParent),
        new("description", "Description", view => view.Resource.Description, IsShown: false),
        new("last_login", "Last login", view => new Person(view.Resource).LastLogin is { } time ? JsonTime.Of(time) ?? string.Empty : string.Empty, IsShown: false),
        new("created_at", "Created", view => new Person(view.Resource).CreatedAt is { } time ? JsonTime.Of(time) ?? string.Empty : string.Empty, IsShown: false),
    ];

    /// <summary>The name of a resource type, or its id.</summary>
    public static string Named(ResourceType type) => type.DisplayName.Length > 0 ? type.DisplayName : type.Id;
}
