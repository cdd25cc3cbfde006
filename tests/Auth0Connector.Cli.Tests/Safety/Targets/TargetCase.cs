namespace Auth0Connector.Cli.Tests.Safety.Targets;

/// <summary>Something that stands where a file is to be written.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Setup">How a shell makes it; OWNER is whoever runs the program.</param>
internal sealed record TargetCase(string Name, string Setup)
{
    private const string ForeignDatabase = "mv foreign.db target.db; chown OWNER target.db";

    private const string AddedTable = "mv added.db target.db; chown OWNER target.db";

    /// <summary>What is to be written.</summary>
    public string Target { get; init; } = "target";

    /// <summary>What is mounted before the program starts.</summary>
    public string Mount { get; init; } = "";

    /// <summary>Whether the super-user runs the program, and not nobody.</summary>
    public bool IsRoot { get; init; }

    /// <summary>Whether it is a regular file, which a report replaces where that is asked for.</summary>
    public bool IsFile { get; init; }

    /// <summary>Whether only working files of a sync have the name.</summary>
    public bool IsOfSync { get; init; }

    /// <summary>Whether what stands in the way is nothing to the super-user.</summary>
    public bool IsOnlyForNobody { get; init; }

    public static IReadOnlyList<TargetCase> All { get; } =
    [
        new("a device", "mknod target c 1 3; chmod 666 target"),
        new("a link to a device", "ln -s /dev/null target; chown -h OWNER target"),
        new("a full device by its name", "true") { Target = "/dev/full" },
        new("a named pipe", "mkfifo -m 666 target"),
        new("a link to a named pipe", "mkfifo -m 666 pipe; ln -s pipe target; chown -h OWNER target"),
        new("a socket", "mv socket target; chmod 666 target"),
        new("a directory", "mkdir target; chown OWNER target"),
        new("a link to a directory", "mkdir folder; ln -s folder target; chown -h OWNER folder target"),
        new("a link to nothing", "ln -s missing target; chown -h OWNER target"),
        new("a link in a circle", "ln -s other target; ln -s target other; chown -h OWNER target other"),
        new("a link of somebody else", "cp source.c1z real; chown OWNER real; ln -s real target; chown -h 65533:65533 target"),
        new("another program's database", ForeignDatabase) { Target = "target.db", IsFile = true },
        new("another program's database by another name", ForeignDatabase + "; mv target.db target") { IsFile = true },
        new("another program's database behind a link", ForeignDatabase + "; ln -s target.db target; chown -h OWNER target") { IsFile = true },
        new("a database with a table that somebody added", AddedTable) { Target = "target.db", IsFile = true },
        new("a text", "echo notes >target; chown OWNER target") { IsFile = true },
        new("a file mounted by itself", "cp source.c1z target; cp source.c1z other; chown OWNER target other") { Mount = "mount --bind other target" },
        new("a read-only file system", "mkdir folder") { Target = "folder/target", Mount = "mount -t tmpfs -o ro none folder" },
        new("a directory of somebody else", "mkdir folder") { Target = "folder/target", IsOnlyForNobody = true },
        new("a lock that is a link", "echo mine >other; ln -s other target.lock; chown -h OWNER other target.lock") { IsOfSync = true },
        new("a lock that is a named pipe", "mkfifo -m 666 target.lock") { IsOfSync = true },
        new("a working file that is a link", "echo mine >other; ln -s other target.partial; chown -h OWNER other target.partial") { IsOfSync = true },
        new("a note that is a directory", "mkdir target.partial-note; chown OWNER target.partial-note") { IsOfSync = true },
        new("a new file that is a link", "echo mine >other; ln -s other target.tmp; chown -h OWNER other target.tmp"),
        new("a new file that is a named pipe", "mkfifo -m 666 target.tmp"),
    ];

    /// <summary>All of them, for the super-user and for nobody.</summary>
    public static IReadOnlyList<TargetCase> ForBoth { get; } =
        [.. All.Where(one => !one.IsOnlyForNobody).Select(one => one with { IsRoot = true }), .. All];

    public override string ToString() => $"{Name}, {(IsRoot ? "as root" : "as nobody")}";
}
