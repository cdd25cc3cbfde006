using System.Diagnostics;

namespace Auth0Connector.Benchmarks;

/// <summary>The native program, published from this repository, or the one that <c>AUTH0_CONNECTOR</c> names.</summary>
internal sealed class NativeProgram
{
    private NativeProgram(string path) => Path = path;

    public string Path { get; }

    public string Directory => System.IO.Path.GetDirectoryName(Path)!;

    public static async Task<NativeProgram> PublishAsync()
    {
        if (Environment.GetEnvironmentVariable("AUTH0_CONNECTOR") is { Length: > 0 } given)
        {
            return new NativeProgram(System.IO.Path.GetFullPath(given));
        }

        var root = Root();
        using var publish = Process.Start(new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = root,
            ArgumentList = { "publish", "src/Auth0Connector.Cli", "--runtime", "linux-x64", "--verbosity", "quiet", "--nologo" },
        })!;
        await publish.WaitForExitAsync();
        return publish.ExitCode == 0
            ? new NativeProgram(System.IO.Path.Combine(root, "artifacts/publish/Auth0Connector.Cli/release_linux-x64/auth0-connector"))
            : throw new InvalidOperationException("the native program cannot be published");
    }

    /// <summary>Runs a command to its end and says how long it took and how much memory it needed.</summary>
    public async Task<ProgramRun> RunAsync(string directory, params string[] arguments)
    {
        using var process = new Process { StartInfo = Start(directory, arguments) };
        var began = Stopwatch.GetTimestamp();
        process.Start();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        var peak = PeakMemory.WatchAsync(process.Id);
        await process.WaitForExitAsync();
        var elapsed = Stopwatch.GetElapsedTime(began);
        var run = new ProgramRun(elapsed, await peak, await output);
        return process.ExitCode == 0
            ? run
            : throw new InvalidOperationException($"exit code {process.ExitCode}: {await errors}");
    }

    /// <summary>Runs a command to its end and lets go of what it writes, noting when the first of it came.</summary>
    public async Task<StreamedRun> StreamAsync(string directory, params string[] arguments)
    {
        using var process = new Process { StartInfo = Start(directory, arguments) };
        var began = Stopwatch.GetTimestamp();
        process.Start();
        var errors = process.StandardError.ReadToEndAsync();
        var peak = PeakMemory.WatchAsync(process.Id);
        var output = process.StandardOutput.BaseStream;
        var buffer = new byte[1 << 16];
        var read = await output.ReadAsync(buffer);
        var first = Stopwatch.GetElapsedTime(began);
        for (; read > 0; read = await output.ReadAsync(buffer))
        {
        }

        await process.WaitForExitAsync();
        var elapsed = Stopwatch.GetElapsedTime(began);
        var run = new StreamedRun(first, elapsed, await peak);
        return process.ExitCode == 0
            ? run
            : throw new InvalidOperationException($"exit code {process.ExitCode}: {await errors}");
    }

    /// <summary>Its start. What it keeps unpacked lies in that directory, and it keeps something only where a flag asks for it.</summary>
    public ProcessStartInfo Start(string directory, params string[] arguments)
    {
        var start = ProgramStart.Of(Path, directory, arguments);
        start.Environment["XDG_CACHE_HOME"] = System.IO.Path.GetFullPath(directory);
        start.Environment["BATON_CACHE"] = "false";
        return start;
    }

    private static string Root()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(directory.FullName, "Auth0Connector.sln")))
            {
                return directory.FullName;
            }
        }

        throw new InvalidOperationException("run it from the repository");
    }
}

/// <summary>What one run took.</summary>
internal sealed record ProgramRun(TimeSpan Elapsed, long PeakBytes, string Output);

/// <summary>What one run took whose output nobody kept.</summary>
internal sealed record StreamedRun(TimeSpan First, TimeSpan Elapsed, long PeakBytes);
