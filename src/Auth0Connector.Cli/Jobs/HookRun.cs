using System.ComponentModel;
using System.Diagnostics;
using Auth0Connector.AccessFile.Failures;
using Auth0Connector.Cli.Run;
using Microsoft.Extensions.Logging;

namespace Auth0Connector.Cli.Jobs;

/// <summary>Runs a command after a sync: nothing on its standard input, what it says in the log, and a limit to its time.</summary>
internal sealed class HookRun(HookCommand command, Session session, ILogger log)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    // What it leaves running may hold the streams open for ever.
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(1);

    /// <summary>Runs it to its end. That it failed is said, and changes nothing.</summary>
    public async Task RunAsync(RunEnd end, CancellationToken cancellationToken)
    {
        try
        {
            using var process = Process.Start(Start(end)) ?? throw new InvalidOperationException("it was not started");
            process.StandardInput.Close();
            using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var said = Task.WhenAll(HookOutput.TellAsync(process.StandardOutput, Say, enough.Token), HookOutput.TellAsync(process.StandardError, Say, enough.Token));
            await WaitAsync(process, end, cancellationToken);
            enough.CancelAfter(LastWords);
            await said;
        }
        catch (Exception failure) when (failure is Win32Exception or InvalidOperationException || FileFailure.Is(failure))
        {
            JobLog.Failed(log, command.Label, failure.Message, end.ExitCode);
        }
    }

    private void Say(string line) => JobLog.Says(log, command.Label, line);

    private ProcessStartInfo Start(RunEnd end)
    {
        var start = new ProcessStartInfo(command.Program)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = session.Host.WorkingDirectory ?? string.Empty,
        };
        foreach (var argument in command.Arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment.Clear();
        foreach (var (name, value) in HookVariables.Of(end, session.Host.Variables, session.Mask))
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private async Task WaitAsync(Process process, RunEnd end, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Limit, session.Host.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            await process.WaitForExitAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            JobLog.Failed(log, command.Label, cancellationToken.IsCancellationRequested ? "stopped with the run" : $"stopped after {Limit.TotalMinutes:0} minutes", end.ExitCode);
            return;
        }

        if (process.ExitCode == 0)
        {
            JobLog.Ran(log, command.Label);
        }
        else
        {
            JobLog.Failed(log, command.Label, $"it ended with {process.ExitCode}", end.ExitCode);
        }
    }
}
