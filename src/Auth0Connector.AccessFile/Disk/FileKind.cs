namespace Auth0Connector.AccessFile.Disk;

/// <summary>What a name stands for; a link is not followed.</summary>
internal enum FileKind
{
    /// <summary>There is nothing of that name.</summary>
    Absent,

    /// <summary>A regular file.</summary>
    Regular,

    /// <summary>A directory.</summary>
    Directory,

    /// <summary>A symbolic link.</summary>
    Link,

    /// <summary>A device, such as <c>/dev/null</c>.</summary>
    Device,

    /// <summary>A named pipe, which blocks whoever opens it.</summary>
    Pipe,

    /// <summary>A socket.</summary>
    Socket,
}
