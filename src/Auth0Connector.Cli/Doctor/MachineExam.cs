using Auth0Connector.AccessFile.Failures;
using Auth0Connector.AccessFile.Reading;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.Cli.Objects;
using Auth0Connector.Cli.Output;
using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Shell;
using Auth0Connector.Cli.Sync;
using Auth0Connector.ObjectStore.Failures;
using Auth0Connector.ObjectStore.Naming;

namespace Auth0Connector.Cli.Doctor;

/// <summary>This machine: the library of the file, the place of the file, its lock, and the space around it.</summary>
internal static class MachineExam
{
    // The working file is not compressed: about ten times the access file, and a former sync is in it as well.
    private const int SpacePerFileByte = 15;
    private const long LeastSpace = 64L << 20;

    /// <summary>Looks at it. The lock is taken and given back.</summary>
    public static IEnumerable<Examination> Run(ResolvedSettings settings, Session session, CancellationToken cancellationToken)
    {
        yield return Library(session);
        var name = settings.Text(SyncFlags.File)!;
        if (ObjectName.IsOne(name))
        {
            yield return Try("file", session, () =>
            {
                using var remote = ObjectTarget.TryOpen(settings.Given(SyncFlags.File)?.Label ?? "--file", name, session.Host, session.Mask);
                return Examination.NotAsked("file", $"{name} is asked for when a sync begins");
            });
            yield return Examination.NotAsked("lock", "an object is written on a condition instead");
            yield break;
        }

        string? path = null;
        var place = Try("folder", session, () =>
        {
            path = TargetFile.CheckReplaced(settings.Given(SyncFlags.File)?.Label ?? "--file", name, "sync.c1z", session.Host);
            return Examination.Good("file", File.Exists(path)
                ? $"{session.Host.ShownPath(path)}, {Amount.Bytes(new FileInfo(path).Length)}, may be replaced"
                : $"{session.Host.ShownPath(path)} is not there yet");
        });
        if (path is null)
        {
            yield return place;
            yield return Examination.NotAsked("lock", "there is no place for the file");
            yield return Examination.NotAsked("space", "there is no place for the file");
            yield break;
        }

        yield return place;
        yield return Try("lock", session, () =>
        {
            using var held = TargetLock.Take(path, session.Host.Clock, cancellationToken);
            return Examination.Good("lock", "taken and given back: nobody writes the file, and its folder takes files");
        });
        yield return Try("space", session, () => Space(path));
    }

    private static Examination Library(Session session) =>
        Try("library", session, static () => Examination.Good("library", $"SQLite {SqliteLibrary.Version()}"));

    private static Examination Space(string path)
    {
        var free = new DriveInfo(Path.GetDirectoryName(path)!).AvailableFreeSpace;
        var former = File.Exists(path) ? new FileInfo(path).Length : 0;
        var wanted = Math.Max(LeastSpace, former * SpacePerFileByte);
        return free >= wanted
            ? Examination.Good("space", $"{Amount.Bytes(free)} are free beside the file")
            : new Examination(
                "space",
                free < LeastSpace ? Health.Bad : Health.Remark,
                $"{Amount.Bytes(free)} are free beside the file; a sync may want {Amount.Bytes(wanted)}",
                "make room, or name a file on another disk",
                free < LeastSpace ? ExitCodes.AccessFile : ExitCodes.Complete);
    }

    private static Examination Try(string name, Session session, Func<Examination> look)
    {
        try
        {
            return look();
        }
        catch (Exception failure) when (failure is AccessFileException or UsageException or ObjectStoreException || FileFailure.Is(failure) || MissingLibrary.Describe(failure) is not null)
        {
            var presented = ErrorPresenter.Present(failure, session.Interruption);
            return Examination.Bad(name, presented.Message, null, presented.ExitCode);
        }
    }
}
