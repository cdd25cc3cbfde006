using System.Runtime.InteropServices;

namespace Auth0Connector.Cli.Shell;

/// <summary>
/// Ctrl-C and SIGTERM: the first asks the run to stop cleanly, the second is left to the system, which ends the
/// process at once.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly List<PosixSignalRegistration> _registrations = [];
    private Action<string> _tell = _ => { };

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => _stop.Token;

    /// <summary>The first signal that came, if one did.</summary>
    public PosixSignal? Signal { get; private set; }

    /// <summary>The exit code that belongs to the signal.</summary>
    public int ExitCode => Signal == PosixSignal.SIGTERM ? ExitCodes.Terminated : ExitCodes.Interrupted;

    /// <summary>Begins to listen; <paramref name="tell"/> gets the line for the person.</summary>
    public void Listen(Action<string> tell)
    {
        _tell = tell;
        foreach (var signal in new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM })
        {
            _registrations.Add(PosixSignalRegistration.Create(signal, context => context.Cancel = Receive(context.Signal)));
        }
    }

    /// <summary>Takes a signal; <see langword="true"/> if it is dealt with, <see langword="false"/> to let the system end the process.</summary>
    public bool Receive(PosixSignal signal)
    {
        if (Signal is not null)
        {
            return false;
        }

        Signal = signal;
        _tell(signal == PosixSignal.SIGTERM
            ? "stopping cleanly (SIGTERM); a second signal ends at once"
            : "stopping cleanly; press Ctrl-C again to end at once");
        _stop.Cancel();
        return true;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }

        _stop.Dispose();
    }
}
