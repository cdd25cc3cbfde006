namespace Auth0Connector.AccessFile.Container;

/// <summary>A database file as a URI (https://sqlite.org/uri.html); a connection opened by one may attach others by theirs.</summary>
internal static class DatabaseUri
{
    public static string Of(string path) => new UriBuilder { Scheme = "file", Host = "", Path = Path.GetFullPath(path) }.Uri.AbsoluteUri;
}
