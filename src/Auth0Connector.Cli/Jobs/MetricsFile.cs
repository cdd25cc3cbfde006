using System.Globalization;
using System.Text;
using Auth0Connector.AccessFile.Disk;
using Auth0Connector.AccessFile.Failures;
using Auth0Connector.Cli.Shell;
using Microsoft.Extensions.Logging;

namespace Auth0Connector.Cli.Jobs;

/// <summary>The file of metrics: put in its place whole, readable by everybody, since its collector is another user.</summary>
internal static class MetricsFile
{
    private const long MostBytes = 1024 * 1024;
    private const UnixFileMode ForEverybody = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <summary>Makes sure that no other file is overwritten: what stands there is empty or was left by an earlier run.</summary>
    public static void DemandOurs(string label, string name, string path)
    {
        try
        {
            if (!File.Exists(path) || new FileInfo(path).Length == 0 || (ReadFormer(path)?.StartsWith(SyncMetrics.Beginning, StringComparison.Ordinal) ?? false))
            {
                return;
            }
        }
        catch (Exception failure) when (FileFailure.Is(failure))
        {
            throw FileFailure.From(failure, path, "read");
        }

        throw new AccessFileException(
            AccessFileErrorKind.NotWritable,
            $"{label}: '{Printable.Short(name)}' is no file of metrics of auth0-connector, and is not overwritten; name another, or remove it");
    }

    /// <summary>Leaves the metrics of a run. Where that cannot be done it is said, and nothing else changes.</summary>
    public static void Leave(string path, RunEnd end, Host host, ILogger log, CancellationToken cancellationToken)
    {
        var shown = host.ShownPath(path);
        try
        {
            Replace(path, SyncMetrics.Text(end, LastSuccess(path, end.Facts.Tenant), Findings(shown, end, host, log, cancellationToken)));
        }
        catch (Exception failure) when (FileFailure.Is(failure))
        {
            JobLog.NoMetrics(log, shown, FileFailure.Reason(failure));
        }
        catch (AccessFileException failure)
        {
            JobLog.NoMetrics(log, shown, failure.Message);
        }
    }

    private static IReadOnlyList<RuleCount> Findings(string shown, RunEnd end, Host host, ILogger log, CancellationToken cancellationToken)
    {
        if (end.Facts.Summary is not { } summary || cancellationToken.IsCancellationRequested)
        {
            return [];
        }

        if (!RuleCount.CanCount(summary))
        {
            JobLog.NoFindings(log, shown, "the file has more than a million resources and grants; ask 'findings' in a run of its own");
            return [];
        }

        try
        {
            return RuleCount.In(summary, host, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            JobLog.NoFindings(log, shown, "the run was stopped");
        }
        catch (Exception failure) when (failure is AccessFileException || FileFailure.Is(failure))
        {
            JobLog.NoFindings(log, shown, failure.Message);
        }

        return [];
    }

    private static double? LastSuccess(string path, string tenant)
    {
        var head = SyncMetrics.LastSuccessHead(tenant);
        var line = File.Exists(path) ? ReadFormer(path)?.Split('\n').FirstOrDefault(line => line.StartsWith(head, StringComparison.Ordinal)) : null;
        return line is not null && double.TryParse(line.AsSpan(head.Length), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && double.IsFinite(seconds)
            ? seconds
            : null;
    }

    // A larger one is none of ours.
    private static string? ReadFormer(string path) => new FileInfo(path).Length <= MostBytes ? File.ReadAllText(path) : null;

    private static void Replace(string path, string text)
    {
        // Not the name's own ending: the collector reads every file that has it.
        var temporary = $"{path}.{Environment.ProcessId}.tmp";
        OutputPlace.DemandFree([temporary]);
        File.Delete(temporary);
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                stream.Write(Encoding.UTF8.GetBytes(text));
                if (!OperatingSystem.IsWindows())
                {
                    // Whatever the mask of the process says.
                    File.SetUnixFileMode(stream.SafeFileHandle, ForEverybody);
                }

                stream.Flush(flushToDisk: true);
            }

            OutputPlace.ForReplacing(path);
            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            RemoveQuietly(temporary);
            throw;
        }
    }

    // The first failure is the one that has to be heard.
    private static void RemoveQuietly(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception failure) when (FileFailure.Is(failure))
        {
            // The next run of that number removes it.
        }
    }
}
