using Auth0Connector.Sync.Parts;

namespace Auth0Connector.Sync.Collections;

/// <summary>What a sort of collection is, for the to-do list, the progress and the proof.</summary>
/// <param name="Kind">Its name in the durable to-do list; never changed, only added to.</param>
/// <param name="Part">The part of the tenant that it belongs to.</param>
/// <param name="ResourceType">The resource type that it counts for.</param>
/// <param name="Endpoint">The endpoint by template, such as <c>GET /roles/{id}/users</c>.</param>
/// <param name="Method">How it is read.</param>
internal sealed record CollectionInfo(string Kind, PartDefinition Part, string ResourceType, string Endpoint, CollectionMethod Method)
{
    /// <summary>The collection of the proof that it counts for; another one's where it helps to read that one.</summary>
    public string Collection { get; init; } = Kind;

    /// <summary>Type of the thing whose list it is, by the id that the task is about; <see langword="null"/> for a listing of the tenant.</summary>
    public string? SubjectType { get; init; }

    /// <summary>Type of a second thing that the task is about, whose id stands behind a space.</summary>
    public string? InsideType { get; init; }

    /// <summary>Whether a list that cannot be shown to be whole leaves the rows of the others of its kind as they are.</summary>
    public bool StandsAlone { get; init; }

    /// <summary>Whether it only counts what others of its collection bring.</summary>
    public bool OnlyCounts { get; init; }

    /// <summary>The rows that it brings.</summary>
    public IReadOnlyList<RowKind> Rows { get; init; } = [];

    /// <summary>Rows that say the same the other way round.</summary>
    public IReadOnlyList<RowKind> MirroredRows { get; init; } = [];
}

/// <summary>How a collection is read; what its end is known from, its lists say.</summary>
internal enum CollectionMethod
{
    /// <summary>Pages by number.</summary>
    Numbers,

    /// <summary>Pages by checkpoint, or by number where that shows more.</summary>
    Checkpoint,

    /// <summary>Search, in the order of creation.</summary>
    Search,

    /// <summary>Search in windows that together hold everybody.</summary>
    Windows,

    /// <summary>The export job.</summary>
    Export,

    /// <summary>One thing by its id.</summary>
    ById,
}

/// <summary>Rows of the file by what they are: resources of a type, or grants from a type to a type.</summary>
internal readonly record struct RowKind(string TypeId, string? PrincipalTypeId)
{
    public static RowKind Resources(string typeId) => new(typeId, null);

    public static RowKind Grants(string typeId, string principalTypeId) => new(typeId, principalTypeId);
}
