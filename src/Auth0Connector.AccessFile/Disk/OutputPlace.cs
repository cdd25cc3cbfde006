using Auth0Connector.AccessFile.Failures;

namespace Auth0Connector.AccessFile.Disk;

/// <summary>
/// Where a file is to be written: only a regular file, or nothing yet. A link is resolved once, so that everything that is made
/// on the way lies beside the real file. Nothing is opened, so a pipe blocks nobody.
/// </summary>
public static class OutputPlace
{
    private const int MostLinks = 40;
    private const uint SuperUser = 0;

    /// <summary>The real file to append to.</summary>
    /// <exception cref="AccessFileException">Something else stands there.</exception>
    public static string ForAppending(string path) => Guard(path, () => Find(path).Path);

    /// <summary>The real file that a new one is to take the place of.</summary>
    /// <exception cref="AccessFileException">Something else stands there, or nothing can take its place.</exception>
    public static string ForReplacing(string path) => Guard(path, () =>
    {
        var (real, facts) = Find(path);
        if (facts.IsMounted)
        {
            throw Refused(path, $"'{path}' is mounted by itself, so no new file can take its place; mount its directory, or name another file");
        }

        return UnixCalls.WhyNotWritable(Path.GetDirectoryName(real)!) is { } why ? throw Refused(path, $"Cannot write '{path}': {why}") : real;
    });

    /// <summary>Makes sure that files with these names, which are made on the way, can be: nothing else has one of them.</summary>
    /// <exception cref="AccessFileException">Something else has; it is left as it is.</exception>
    public static void DemandFree(IEnumerable<string> workingPaths)
    {
        foreach (var path in workingPaths)
        {
            Guard(path, () =>
            {
                var facts = FileFacts.Of(path);
                return facts.Kind is FileKind.Absent or FileKind.Regular
                    ? path
                    : throw Refused(path, $"'{path}' is {facts.Words()}, where a working file has to be; move it away, or name another file");
            });
        }
    }

    private static (string Path, FileFacts Facts) Find(string path)
    {
        var real = Path.GetFullPath(path);
        var facts = FileFacts.Of(real);
        for (var links = 0; facts.Kind == FileKind.Link; links++)
        {
            if (links == MostLinks)
            {
                throw Refused(path, $"'{path}' is a link that leads in a circle; name a file");
            }

            if (!OperatingSystem.IsWindows() && facts.Owner != SuperUser && facts.Owner != UnixCalls.User())
            {
                throw Refused(path, $"'{path}' is a link of another user, which is not followed; name the file itself");
            }

            // What a link says begins where the link really lies.
            var folder = OperatingSystem.IsWindows() ? Path.GetDirectoryName(real)! : UnixCalls.RealPath(Path.GetDirectoryName(real)!);
            real = Path.GetFullPath(new FileInfo(real).LinkTarget ?? real, folder);
            facts = FileFacts.Of(real);
            if (facts.Kind == FileKind.Absent)
            {
                throw Refused(path, $"'{path}' is a link to nothing; make the file that it names, or name another");
            }
        }

        return facts.Kind is FileKind.Absent or FileKind.Regular
            ? (real, facts)
            : throw Refused(path, $"'{path}' is {facts.Words()}, which is not written to; name a regular file");
    }

    private static string Guard(string path, Func<string> action)
    {
        try
        {
            return action();
        }
        catch (Exception failure) when (FileFailure.Is(failure))
        {
            throw FileFailure.From(failure, path, "write");
        }
    }

    private static AccessFileException Refused(string path, string message) => new(AccessFileErrorKind.NotWritable, message, path);
}
