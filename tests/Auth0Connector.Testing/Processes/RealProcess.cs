using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Auth0Connector.Testing.Processes;

/// <summary>The program as a process of its own.</summary>
public sealed class RealProcess : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _out = new();
    private readonly StringBuilder _error = new();

    private RealProcess(Process process) => _process = process;

    /// <summary>Its number.</summary>
    public int Id => _process.Id;

    /// <summary>The program itself, for a shell to start.</summary>
    public static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "auth0-connector.dll");

    /// <summary>A program that was published already, as <c>AUTH0_CONNECTOR</c> names it: the same tests hold the native one.</summary>
    private static string? Published { get; } = Environment.GetEnvironmentVariable("AUTH0_CONNECTOR");

    /// <summary>Starts the program in a folder, with the folder's variables.</summary>
    public static RealProcess Start(ProgramFolder folder, params string[] arguments) =>
        Published is { Length: > 0 } program ? Launch(folder, program, arguments) : Launch(folder, "dotnet", [Program, .. arguments]);

    /// <summary>A script that finds the program's command line in <c>$PROGRAM</c>.</summary>
    public static async Task<CommandResult> RunShellAsync(ProgramFolder folder, string script)
    {
        using var process = Launch(folder, "bash", ["-c", $"export DOTNET_TieredPGO=0 PROGRAM='dotnet {Program}'; {script}"]);
        return await process.EndAsync();
    }

    private static RealProcess Launch(ProgramFolder folder, string program, string[] arguments)
    {
        var start = ProgramStart.Of(program, folder.Directory, arguments);

        // The profiles of whoever runs the tests are none of theirs.
        start.Environment["XDG_CONFIG_HOME"] = folder.Directory;
        foreach (var (name, value) in folder.Variables)
        {
            start.Environment[name] = value;
        }

        var running = new RealProcess(new Process { StartInfo = start });
        running._process.OutputDataReceived += (_, line) => Append(running._out, line.Data);
        running._process.ErrorDataReceived += (_, line) => Append(running._error, line.Data);
        running._process.Start();
        running._process.BeginOutputReadLine();
        running._process.BeginErrorReadLine();
        return running;
    }

    /// <summary>Runs the program to its end.</summary>
    public static async Task<CommandResult> RunAsync(ProgramFolder folder, params string[] arguments)
    {
        using var process = Start(folder, arguments);
        return await process.EndAsync();
    }

    /// <summary>Waits until standard output holds a text, and gives all of it so far.</summary>
    public Task<string> SaysAsync(string text) => HoldsAsync(_out, text);

    /// <summary>Waits until standard error holds a text.</summary>
    public Task<string> LogsAsync(string text) => HoldsAsync(_error, text);

    /// <summary>Sends a signal, such as <c>INT</c>.</summary>
    public void Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public void Kill() => _process.Kill();

    /// <summary>Waits for its end, a minute at the most.</summary>
    public async Task<CommandResult> EndAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await _process.WaitForExitAsync(patience.Token);
        return new CommandResult(_process.ExitCode, Text(_out), Text(_error));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private async Task<string> HoldsAsync(StringBuilder stream, string text)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!Text(stream).Contains(text, StringComparison.Ordinal))
        {
            if (_process.HasExited && !Text(stream).Contains(text, StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"it ended and never said '{text}': {Text(_out)}{Text(_error)}");
            }

            await Task.Delay(20, patience.Token);
        }

        return Text(stream);
    }

    private static string Text(StringBuilder text)
    {
        lock (text)
        {
            return text.ToString();
        }
    }

    private static void Append(StringBuilder text, string? line)
    {
        lock (text)
        {
            text.Append(line).Append('\n');
        }
    }
}
