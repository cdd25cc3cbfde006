using Auth0Connector.AccessFile.Failures;

namespace Auth0Connector.AccessFile.Disk;

/// <summary>A folder of a predictable name, in a place where others may make files too: this user's alone, or not used at all.</summary>
public static class OwnFolder
{
    private const UnixFileMode OwnerAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Makes it where it is not there yet, and makes sure that nobody else made it or can enter it.</summary>
    /// <exception cref="AccessFileException">Something else has the name, or it cannot be made.</exception>
    public static void Demand(string path)
    {
        try
        {
            // Only the last name is made: a place that is not there is a mistake of whoever named it.
            if (!Directory.Exists(Path.GetDirectoryName(path)))
            {
                throw Refused(path, $"'{Path.GetDirectoryName(path)}' is not there, where a folder for work in progress has to be; make it, or name another");
            }

            if (FileFacts.Of(path).Kind == FileKind.Absent)
            {
                Create(path);
            }

            // Looked at after it is there, whoever made it.
            if (WhyNot(path, FileFacts.Of(path)) is { } why)
            {
                throw Refused(path, $"'{path}' {why}, where our own folder has to be; remove it, or name another place");
            }
        }
        catch (Exception failure) when (FileFailure.Is(failure))
        {
            throw FileFailure.From(failure, path, "make the folder");
        }
    }

    /// <summary>Makes it for this user alone, with those above it that are missing; one that is there stays as it is.</summary>
    /// <exception cref="AccessFileException">It cannot be made.</exception>
    public static void Make(string path)
    {
        try
        {
            Create(path);
        }
        catch (Exception failure) when (FileFailure.Is(failure))
        {
            throw FileFailure.From(failure, path, "make the folder");
        }
    }

    private static void Create(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OwnerAlone);
        }
    }

    private static string? WhyNot(string path, FileFacts facts)
    {
        if (facts.Kind != FileKind.Directory)
        {
            return $"is {facts.Words()}";
        }

        if (OperatingSystem.IsWindows())
        {
            return null;
        }

        return facts.Owner != UnixCalls.User() ? "belongs to another user"
            : (File.GetUnixFileMode(path) & ~OwnerAlone) != UnixFileMode.None ? "can be entered by other users"
            : null;
    }

    private static AccessFileException Refused(string path, string message) => new(AccessFileErrorKind.NotWritable, message, path);
}
