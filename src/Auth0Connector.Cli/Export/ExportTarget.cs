using Auth0Connector.AccessFile.Disk;
using Auth0Connector.AccessFile.Failures;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Shell;

namespace Auth0Connector.Cli.Export;

/// <summary>
/// The file that an export leaves: written beside its name and put there whole, readable by its owner only, and never in
/// the place of another file unless that was asked for.
/// </summary>
internal static class ExportTarget
{
    private const string Temporary = ".tmp";
    private const string Working = ".working";

    /// <summary>The absolute path to write, checked before the file is read, which may take a while.</summary>
    public static string Check(ResolvedSettings settings, string name, string example, Host host)
    {
        var path = TargetFile.CheckReplaced("--out", name, example, host);
        OutputPlace.DemandFree(WorkingPaths(path));
        return !File.Exists(path) || settings.IsOn(ExportFlags.Force)
            ? path
            : throw new UsageException($"--out: '{Printable.Short(name)}' exists already; choose another name with --out, or replace it with --force");
    }

    /// <summary>Writes the file; it appears only when the work is done.</summary>
    public static long Write(string path, bool mayReplace, Func<Stream, string, long> work)
    {
        var temporary = path + Temporary;
        try
        {
            long count;
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            OutputPlace.DemandFree(WorkingPaths(path));
            File.Delete(temporary);
            using (var stream = new FileStream(temporary, options))
            {
                count = work(stream, path + Working);
                stream.Flush(flushToDisk: true);
            }

            OutputPlace.ForReplacing(path);
            File.Move(temporary, path, mayReplace);
            return count;
        }
        catch (Exception failure) when (FileFailure.Is(failure))
        {
            throw FileFailure.From(failure, path, "write");
        }
        finally
        {
            DeleteQuietly(temporary);
        }
    }

    private static IEnumerable<string> WorkingPaths(string path) =>
        [path + Temporary, .. ((IEnumerable<string>)["", "-journal", "-wal", "-shm"]).Select(suffix => path + Working + suffix)];

    // The first failure is the one that the person has to hear.
    private static void DeleteQuietly(string path)
    {
        try
        {
            if (new FileInfo(path) is { Exists: true, LinkTarget: null })
            {
                File.Delete(path);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // The next run removes it.
        }
    }
}
