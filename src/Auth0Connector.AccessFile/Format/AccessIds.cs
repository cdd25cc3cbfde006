namespace Auth0Connector.AccessFile.Format;

/// <summary>
/// Ids as the ecosystem joins them (format sections 2.3 and 5): plain, without escaping, and therefore never to be
/// parsed. Two different things may join to one id; whoever writes rows must notice that.
/// </summary>
public static class AccessIds
{
    /// <summary>The external id of a resource row: <c>type:id</c>.</summary>
    public static string Resource(string resourceTypeId, string resourceId)
    {
        return $"{resourceTypeId}:{resourceId}";
    }

    /// <summary>The id of an entitlement: <c>type:id:slug</c>.</summary>
    public static string Entitlement(string resourceTypeId, string resourceId, string slug)
    {
        return $"{resourceTypeId}:{resourceId}:{slug}";
    }

    /// <summary>The id of a grant, also of an expanded one: <c>entitlement:principal type:principal id</c>.</summary>
    public static string Grant(string entitlementId, string principalTypeId, string principalId)
    {
        return $"{entitlementId}:{principalTypeId}:{principalId}";
    }
}
