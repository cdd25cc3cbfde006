using Auth0Connector.AccessFile.Comparison;
using Auth0Connector.AccessFile.Messages;

namespace Auth0Connector.Analysis.Changes;

/// <summary>Something that differs between two syncs.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Fields">What differs inside, for something changed.</param>
public abstract record Change(RowChange Kind, IReadOnlyList<FieldChange> Fields)
{
    /// <summary>Whether nothing but activity differs, such as the time of the last login.</summary>
    public bool IsActivity => Kind == RowChange.Changed && Fields.All(change => change.IsActivity);
}

/// <summary>A resource that differs.</summary>
public sealed record ResourceChange(RowChange Kind, IReadOnlyList<FieldChange> Fields, Resource Resource, ResourceType Type) : Change(Kind, Fields);

/// <summary>An entitlement that differs.</summary>
public sealed record EntitlementChange(RowChange Kind, IReadOnlyList<FieldChange> Fields, Entitlement Entitlement, Resource Resource, ResourceType Type)
    : Change(Kind, Fields);

/// <summary>A grant that differs.</summary>
public sealed record GrantChange(
    RowChange Kind, IReadOnlyList<FieldChange> Fields, Grant Grant, Entitlement Entitlement, Resource Resource, ResourceType Type, Resource Principal)
    : Change(Kind, Fields);
