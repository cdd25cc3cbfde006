using Auth0Connector.AccessFile.Comparison;
using Auth0Connector.AccessFile.Messages;
using Auth0Connector.Analysis.Differences;
using Auth0Connector.Cli.Look;

namespace Auth0Connector.Cli.Diff;

/// <summary>Changes in words. Foreign text goes through <paramref name="safe"/>, which knows where it will stand.</summary>
internal sealed class DiffText(Func<string, string> safe)
{
    /// <summary>What a resource is called, a person with the address.</summary>
    public string Name(Resource resource) => safe(ResourceName.Of(resource));

    /// <summary>What is held.</summary>
    public string Held(GrantDifference change) => $"{safe(ResourceColumns.Named(change.Type))} {safe(change.Resource.DisplayName)}: {safe(GrantColumns.Slug(change.Entitlement))}";

    /// <summary>What differs inside.</summary>
    public string Fields(Difference change, bool withActivity) =>
        change.Kind == RowChange.Changed
            ? ": " + string.Join("; ", change.Fields.Where(field => withActivity || !field.IsActivity).Select(Field))
            : string.Empty;

    /// <summary>The heading over resources of a type.</summary>
    public string Heading(ResourceType type) => type.Traits.Contains(ResourceType.Types.Trait.User) ? "People" : safe(ResourceColumns.Named(type));

    private string Field(FieldDifference field) => $"{safe(field.Field)} {Value(field.Before)} -> {Value(field.After)}";

    private string Value(string? value) => value is null ? "(none)" : value.Length == 0 ? "''" : safe(value.Length > 120 ? value[..120] + "…" : value);
}
