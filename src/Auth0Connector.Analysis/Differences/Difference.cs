using Auth0Connector.AccessFile.Comparison;
using Auth0Connector.AccessFile.Messages;
using Auth0Connector.AccessFile.Reading;

namespace Auth0Connector.Analysis.Differences;

/// <summary>Something that differs between two syncs.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Fields">What differs inside, for something changed.</param>
public abstract record Difference(RowChange Kind, IReadOnlyList<FieldDifference> Fields)
{
    /// <summary>Whether nothing but activity differs, such as the time of the last login.</summary>
    public bool IsActivity => Kind == RowChange.Changed && Fields.All(change => change.IsActivity);
}

/// <summary>A resource that differs.</summary>
public sealed record ResourceDifference(RowChange Kind, IReadOnlyList<FieldDifference> Fields, Resource Resource, ResourceType Type) : Difference(Kind, Fields);

/// <summary>An entitlement that differs.</summary>
public sealed record EntitlementDifference(RowChange Kind, IReadOnlyList<FieldDifference> Fields, Entitlement Entitlement, Resource Resource, ResourceType Type)
    : Difference(Kind, Fields);

/// <summary>A grant that differs.</summary>
public sealed record GrantDifference(
    RowChange Kind, IReadOnlyList<FieldDifference> Fields, GrantRow Row, Entitlement Entitlement, Resource Resource, ResourceType Type, Resource Principal)
    : Difference(Kind, Fields)
{
    /// <summary>The grant itself, decoded when somebody asks for it.</summary>
    public Grant Grant => Row.Message;
}
