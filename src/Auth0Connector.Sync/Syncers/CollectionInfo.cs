using Auth0Connector.Sync.Preflight;

namespace Auth0Connector.Sync.Syncers;

/// <summary>What a sort of collection is, for the to-do list, the progress and the proof.</summary>
/// <param name="Kind">Its name in the durable to-do list; never changed, only added to.</param>
/// <param name="Part">The part of the tenant that it belongs to.</param>
/// <param name="ResourceType">The resource type that it counts for.</param>
/// <param name="Endpoint">The endpoint by template, such as <c>GET /roles/{id}/users</c>.</param>
/// <param name="Method">How its end is known.</param>
internal sealed record CollectionInfo(string Kind, SyncPart Part, string ResourceType, string Endpoint, CollectionMethod Method)
{
    /// <summary>The collection of the proof that it counts for; another one's where it helps to read that one.</summary>
    public string Collection { get; init; } = Kind;

    /// <summary>The rows that it brings.</summary>
    public IReadOnlyList<RowKind> Rows { get; init; } = [];

    /// <summary>Rows that say the same the other way round.</summary>
    public IReadOnlyList<RowKind> MirroredRows { get; init; } = [];
}

/// <summary>How the end of a collection is known.</summary>
internal enum CollectionMethod
{
    /// <summary>Pages by number, against the total that the tenant states.</summary>
    Offset,

    /// <summary>Pages by checkpoint, to the end mark.</summary>
    Checkpoint,

    /// <summary>Search in windows, against the totals that the tenant states.</summary>
    Windows,

    /// <summary>The export job: the gzip trailer and the number of lines.</summary>
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
