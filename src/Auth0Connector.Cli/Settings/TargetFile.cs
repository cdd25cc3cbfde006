using Auth0Connector.AccessFile.Disk;
using Auth0Connector.AccessFile.Failures;
using Auth0Connector.Cli.Shell;
using Auth0Connector.ObjectStore.Naming;

namespace Auth0Connector.Cli.Settings;

/// <summary>Checks the place of a file that is to be written, before anything is read from the tenant.</summary>
internal static class TargetFile
{
    /// <summary>The absolute path of the real file to append to, if one can lie there.</summary>
    public static string Check(string label, string name, string example, Host host) =>
        OutputPlace.ForAppending(Named(label, name, example, host));

    /// <summary>The absolute path of the real file that a new one is to take the place of, if it can.</summary>
    public static string CheckReplaced(string label, string name, string example, Host host) =>
        OutputPlace.ForReplacing(Named(label, name, example, host));

    private static string Named(string label, string name, string example, Host host)
    {
        if (name.Contains('\0', StringComparison.Ordinal))
        {
            throw new UsageException($"{label}: is no file name");
        }

        if (ObjectName.IsOne(name))
        {
            throw new UsageException($"{label}: '{Printable.Short(name)}' is no file on this disk; only the access file of a sync can be written to an object store, so name a local file and copy it there");
        }

        var path = host.FullPath(name);
        if (Directory.Exists(path))
        {
            throw new AccessFileException(
                AccessFileErrorKind.NotWritable,
                $"{label}: '{Printable.Short(name)}' is a directory; name a file in it, such as {Path.Combine(Printable.Short(name), example)}");
        }

        if (name.EndsWith('/') || name.EndsWith(Path.DirectorySeparatorChar))
        {
            throw new UsageException($"{label}: '{Printable.Short(name)}' is a directory; name a file in it, such as {Path.Combine(Printable.Short(name), example)}");
        }

        var parent = Path.GetDirectoryName(path);
        if (parent is not null && !Directory.Exists(parent))
        {
            var why = File.Exists(parent) ? "is not a directory" : "does not exist";
            throw new UsageException($"{label}: the directory of '{Printable.Short(name)}' {why}; create it first");
        }

        return path;
    }
}
