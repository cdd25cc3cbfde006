namespace Auth0Connector.AccessFile.Schema;

/// <summary>The types of run that are written here (format section 3).</summary>
public static class SyncTypes
{
    /// <summary>Everything.</summary>
    public const string Full = "full";

    /// <summary>Resources without entitlements and grants.</summary>
    public const string ResourcesOnly = "resources_only";

    /// <summary>Only the resources that were named.</summary>
    public const string Partial = "partial";
}
