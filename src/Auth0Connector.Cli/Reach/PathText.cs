using System.Text.Json;
using Auth0Connector.Analysis.Listing;
using Auth0Connector.Analysis.Reach;
using Auth0Connector.Cli.Look;

namespace Auth0Connector.Cli.Reach;

/// <summary>Ways of access in words and in JSON.</summary>
internal sealed class PathText(AccessList list, AccessReach reach)
{
    /// <summary>One step, such as <c>Role Admin: assigned</c>.</summary>
    public string Step(Held held) =>
        $"{Type(held)} {Name(held)}: {Slug(held)}";

    /// <summary>The name of the type of the resource of a step.</summary>
    public string Type(Held held) => ResourceColumns.Named(list.Type(held.TypeId));

    /// <summary>The name of the resource of a step.</summary>
    public string Name(Held held)
    {
        var resource = list.Resource(held.TypeId, held.ResourceId);
        return resource.DisplayName.Length > 0 ? resource.DisplayName : held.ResourceId;
    }

    /// <summary>What leads to the end of a way; empty when it is held directly.</summary>
    public string Through(ReachPath path) => string.Join(" > ", WayWords.Of(path.Steps.SkipLast(1).Select(Step), path.Omitted));

    /// <summary>The short name of what is held.</summary>
    public string Slug(Held held) => GrantColumns.Slug(reach.EntitlementOf(held));

    /// <summary>The shortest way, and how many more there are.</summary>
    public string Ways(Reached one)
    {
        var way = one.Paths[0].IsDirect ? "directly" : $"through {Through(one.Paths[0])}";
        return one.Paths.Count switch { 1 => way, 2 => $"{way}, and one way more", _ => $"{way}, and {one.Paths.Count - 1} ways more" };
    }

    /// <summary>The whole way as a sentence.</summary>
    public string Sentence(ReachPath path)
    {
        var first = path.IsRecorded ? $"by {Step(path.Steps[0])}, as the file recorded" : $"holds {Step(path.Steps[0])}";
        return string.Join(", which gives ", WayWords.Of(path.Steps.Skip(1).Select(Step).Prepend(first), path.Omitted));
    }

    /// <summary>The way as an array of steps.</summary>
    public void WriteJson(Utf8JsonWriter json, string name, ReachPath path)
    {
        json.WriteStartArray(name);
        foreach (var step in path.Steps)
        {
            json.WriteStartObject();
            WriteStep(json, step);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (path.Omitted > 0)
        {
            json.WriteNumber("omitted", path.Omitted);
        }
    }

    /// <summary>The fields of a step.</summary>
    public void WriteStep(Utf8JsonWriter json, Held held)
    {
        var entitlement = reach.EntitlementOf(held);
        json.WriteString("entitlementId", held.EntitlementId);
        json.WriteString("slug", entitlement.Slug);
        json.WriteString("resourceType", held.TypeId);
        json.WriteString("resourceId", held.ResourceId);
        json.WriteString("resourceName", Name(held));
    }
}
