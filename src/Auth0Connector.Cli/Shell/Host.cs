using System.Collections;

namespace Auth0Connector.Cli.Shell;

/// <summary>
/// Everything the program takes from its surroundings: streams, variables, directory and clock. The only place
/// that touches <see cref="Console"/>, so that tests run the same command line in their own process.
/// </summary>
internal sealed record Host
{
    /// <summary>Results, and nothing else.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Logs, progress and errors.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Environment variables.</summary>
    public required IReadOnlyDictionary<string, string> Variables { get; init; }

    /// <summary>Where relative paths start; <see langword="null"/> where that was removed.</summary>
    public required string? WorkingDirectory { get; init; }

    /// <summary>Whether a person watches standard output.</summary>
    public bool OutIsTerminal { get; init; }

    /// <summary>Width that tables must fit; <see langword="null"/> for that of the terminal, or none where there is no terminal.</summary>
    public int? Width { get; init; }

    /// <summary>Opens standard output for bytes.</summary>
    public Func<Stream> OpenBytes { get; init; } = static () => Stream.Null;

    /// <summary>Whether a person watches standard error.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>Whether a person can answer on standard input.</summary>
    public bool InIsTerminal { get; init; }

    /// <summary>Reads a line of a person's answer.</summary>
    public Func<string?> ReadLine { get; init; } = static () => null;

    /// <summary>Reads a line of a person's answer and shows nothing of it.</summary>
    public Func<string?> ReadSecret { get; init; } = static () => null;

    /// <summary>The clock of the whole run.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>What files on this disk are called that stand for objects elsewhere.</summary>
    public RemoteNames Remote { get; } = new();

    /// <summary>Whether colour is unwanted (https://no-color.org).</summary>
    public bool NoColor => !string.IsNullOrEmpty(Variable("NO_COLOR"));

    /// <summary>The value of a variable, or <see langword="null"/>.</summary>
    public string? Variable(string name) => Variables.TryGetValue(name, out var value) ? value : null;

    /// <summary>A path as the person wrote it, made absolute.</summary>
    public string FullPath(string path)
    {
        if (WorkingDirectory is not null)
        {
            return Path.GetFullPath(path, WorkingDirectory);
        }

        return Path.IsPathFullyQualified(path)
            ? Path.GetFullPath(path)
            : throw new UsageException($"'{Printable.Short(path)}' is a relative path, and the working directory does not exist any more; change to one that does, or give absolute paths");
    }

    /// <summary>An absolute path as short as it can be shown.</summary>
    public string ShownPath(string path)
    {
        if (Remote.Find(path) is { } name)
        {
            return name;
        }

        if (WorkingDirectory is null)
        {
            return path;
        }

        var relative = Path.GetRelativePath(WorkingDirectory, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }

    /// <summary>The surroundings of the running process.</summary>
    public static Host OfProcess()
    {
        var streams = StandardDescriptors.Take();
        var outIsTerminal = streams.HasOut && !Console.IsOutputRedirected;
        var errorIsTerminal = streams.HasError && !Console.IsErrorRedirected;
        return new Host
        {
            // A terminal is known by its writer, and is never full.
            Out = outIsTerminal ? Console.Out : new ResultWriter(streams.HasOut ? Console.Out : null),
            Error = errorIsTerminal ? Console.Error : new QuietWriter(streams.HasError ? Console.Error : TextWriter.Null),
            OpenBytes = () => new ResultBytes(streams.HasOut ? Console.OpenStandardOutput() : null),
            InIsTerminal = !Console.IsInputRedirected,
            ReadLine = Console.ReadLine,
            ReadSecret = HiddenLine.Read,
            OutIsTerminal = outIsTerminal,
            ErrorIsTerminal = errorIsTerminal,
            Variables = ReadVariables(),
            WorkingDirectory = ReadWorkingDirectory(),
        };
    }

    private static string? ReadWorkingDirectory()
    {
        try
        {
            return Environment.CurrentDirectory;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static Dictionary<string, string> ReadVariables()
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (DictionaryEntry entry in Environment.GetEnvironmentVariables())
        {
            variables[(string)entry.Key] = (string?)entry.Value ?? string.Empty;
        }

        return variables;
    }
}
