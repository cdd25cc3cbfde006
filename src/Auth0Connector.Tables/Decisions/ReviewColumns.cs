namespace Auth0Connector.Tables.Decisions;

/// <summary>What the sheet of a review calls its columns, where whoever reads its decisions has to find them again.</summary>
public static class ReviewColumns
{
    /// <summary>Resource type of the person.</summary>
    public const string PersonType = "person_type";

    /// <summary>Id of the person.</summary>
    public const string PersonId = "person_id";

    /// <summary>Resource type of what gives the access.</summary>
    public const string ResourceType = "resource_type";

    /// <summary>Id of what gives the access.</summary>
    public const string ResourceId = "resource_id";

    /// <summary>What is held.</summary>
    public const string EntitlementId = "entitlement_id";

    /// <summary>How it is held.</summary>
    public const string Held = "held";

    /// <summary>Whether it is to be taken or kept.</summary>
    public const string Decision = "decision";

    /// <summary>How the words of <see cref="Held"/> begin where it is not held directly.</summary>
    public const string Through = "through ";
}
