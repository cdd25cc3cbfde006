namespace Auth0Connector.Sync.Settings;

/// <summary>How the users of a tenant are listed (<c>--users-via</c>).</summary>
public enum UsersVia
{
    /// <summary>Search up to 1000 users; beyond, the export job, and windows of search where it is refused or fails.</summary>
    Auto,

    /// <summary>Search only, in windows where there are more than 1000.</summary>
    Search,

    /// <summary>The export job only.</summary>
    Export,
}
