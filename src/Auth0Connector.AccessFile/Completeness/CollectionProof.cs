namespace Auth0Connector.AccessFile.Completeness;

/// <summary>One sort of collection, such as the users of every role: what was expected and what came.</summary>
public sealed record CollectionProof
{
    /// <summary>Its name, such as <c>role-users</c>.</summary>
    public required string Collection { get; init; }

    /// <summary>The endpoint by template, such as <c>GET /roles/{id}/users</c>.</summary>
    public required string Endpoint { get; init; }

    /// <summary>How it was read: <c>numbers</c>, <c>checkpoint</c>, <c>windows</c>, <c>export</c> or <c>id</c>.</summary>
    public required string Method { get; init; }

    /// <summary>What the ends of its lists are known from, in words, and how many of them ended so; empty in files of earlier versions.</summary>
    public IReadOnlyDictionary<string, long> Evidence { get; init; } = new Dictionary<string, long>();

    /// <summary>Resource type that it counts for.</summary>
    public required string ResourceType { get; init; }

    /// <summary>How many of the sort there are: one for a list of the tenant, one a role for its users.</summary>
    public required long Lists { get; init; }

    /// <summary>Lists of what was deleted while the sync ran: the tenant said so of the list and of the thing itself.</summary>
    public long Vanished { get; init; }

    /// <summary>Lists that the tenant refused, or that could not be shown to be whole; announced as skipped.</summary>
    public long Refused { get; init; }

    /// <summary>Records that the tenant stated, the lowest total where it moved; absent where it states none and the end mark decides.</summary>
    public long? Expected { get; init; }

    /// <summary>Records received, repeated readings and duplicates included.</summary>
    public required long Received { get; init; }

    /// <summary>Distinct rows of the collection in the file, before anything was dropped.</summary>
    public required long Rows { get; init; }

    /// <summary>Rows that came more than once.</summary>
    public long Duplicates { get; init; }

    /// <summary>Things that were met elsewhere, missing here, and fetched by id.</summary>
    public long Repaired { get; init; }

    /// <summary>Grants left out because whoever holds them no longer exists.</summary>
    public long DroppedUnknownPrincipal { get; init; }

    /// <summary>Grants left out because what they grant no longer exists.</summary>
    public long DroppedUnknownEntitlement { get; init; }

    /// <summary>Requests made.</summary>
    public required long Requests { get; init; }

    /// <summary>Whether the collection is whole.</summary>
    public required bool Whole { get; init; }

    /// <summary>What else is worth knowing, each sentence once.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
