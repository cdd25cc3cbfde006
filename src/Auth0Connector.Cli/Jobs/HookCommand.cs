using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Shell;

namespace Auth0Connector.Cli.Jobs;

/// <summary>A command to run, with its program found.</summary>
/// <param name="Label">Where it was given, such as <c>--on-failure</c>.</param>
/// <param name="Program">The absolute path of the program.</param>
/// <param name="Arguments">Its arguments.</param>
internal sealed record HookCommand(string Label, string Program, IReadOnlyList<string> Arguments)
{
    /// <summary>Reads it, and finds the program before the sync begins: whoever is to hear of a failure is not looked for after it.</summary>
    public static HookCommand Read(SettingValue value, Host host)
    {
        var words = CommandWords.Split(value.Text) ?? throw new UsageException($"{value.Label}: a quote in the command is never closed");
        if (words.Count == 0 || words[0].Length == 0)
        {
            throw new UsageException($"{value.Label}: names no program; give a program and its arguments, such as '/usr/local/bin/notify done'");
        }

        return new HookCommand(value.Label, Find(value.Label, words[0], host), [.. words.Skip(1)]);
    }

    private static string Find(string label, string program, Host host)
    {
        if (program.Contains('/', StringComparison.Ordinal) || program.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            var path = host.FullPath(program);
            return Runnable(path) ?? throw new UsageException(
                $"{label}: '{Printable.Short(program)}' {(File.Exists(path) ? "may not be run by this user" : "does not exist")}; name a program, without a shell's own words");
        }

        // A relative entry would let whoever writes into the working directory say what is run.
        return (host.Variable("PATH") ?? string.Empty).Split(Path.PathSeparator).Where(Path.IsPathFullyQualified)
            .Select(folder => Runnable(Path.Combine(folder, program))).FirstOrDefault(static found => found is not null)
            ?? throw new UsageException($"{label}: there is no program '{Printable.Short(program)}' on PATH; name it with its path, without a shell's own words");
    }

    private static string? Runnable(string path) => OperatingSystem.IsWindows()
        ? new[] { path, path + ".exe" }.FirstOrDefault(static name => name.EndsWith(".exe", StringComparison.OrdinalIgnoreCase) && File.Exists(name))
        : File.Exists(path) && MayRun(path) ? path : null;

    private static bool MayRun(string path) =>
        OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != UnixFileMode.None;
}
