namespace Auth0Connector.Sync.Settings;

/// <summary>Which inherited grants are written out as rows of their own (<c>--expand</c>).</summary>
public enum ExpandMode
{
    /// <summary>Groups in groups and groups holding roles: who holds what.</summary>
    Membership,

    /// <summary>Also roles holding scopes, for every person with the role.</summary>
    All,

    /// <summary>Nothing; the annotations stay for readers that follow them.</summary>
    None,
}
