using Auth0Connector.AccessFile;
using Auth0Connector.Cli.Settings;

namespace Auth0Connector.Cli.Exporting;

/// <summary>
/// The file that an export leaves: written beside its name and put there whole, readable by its owner only, and never in
/// the place of another file unless that was asked for.
/// </summary>
internal static class ExportTarget
{
    private const int UnixNoSpace = 28;

    /// <summary>The absolute path to write, checked before the file is read, which may take a while.</summary>
    public static string Check(ResolvedSettings settings, string name, string example, Host host)
    {
        var path = TargetFile.Check("--out", name, example, host);
        return !File.Exists(path) || settings.IsOn(ExportTable.Force)
            ? path
            : throw new ConfigurationException($"--out: '{SettingCheck.Shown(name)}' exists already; choose another name with --out, or replace it with --force");
    }

    /// <summary>Writes the file; it appears only when the work is done.</summary>
    public static long Write(string path, bool mayReplace, Func<Stream, string, long> work)
    {
        var temporary = path + ".tmp";
        try
        {
            long count;
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            File.Delete(temporary);
            using (var stream = new FileStream(temporary, options))
            {
                count = work(stream, path + ".working");
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, mayReplace);
            return count;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new AccessFileException(
                failure.HResult == UnixNoSpace ? AccessFileErrorKind.DiskFull : AccessFileErrorKind.NotWritable,
                $"Cannot write '{path}': {failure.Message}",
                path,
                failure);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
