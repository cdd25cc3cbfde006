using Auth0Connector.Cli.Shell;
using Spectre.Console;

namespace Auth0Connector.Cli.Output;

/// <summary>The two consoles: results go to <see cref="Out"/>, everything else to <see cref="Error"/>.</summary>
internal sealed class Consoles
{
    /// <summary>Width where nobody watches, wide enough that no row of ours breaks.</summary>
    private const int PipedWidth = 120;

    private readonly Host _host;

    public Consoles(Host host)
    {
        _host = host;
        Out = Create(host.Out, host.OutIsTerminal);
        Error = Create(host.Error, host.ErrorIsTerminal);
    }

    /// <summary>Results only.</summary>
    public IAnsiConsole Out { get; }

    /// <summary>Logs, progress and errors.</summary>
    public IAnsiConsole Error { get; }

    /// <summary>The width that results have to fit, or <see langword="null"/> where there is none.</summary>
    public int? Room => _host.Width ?? (_host.OutIsTerminal ? Out.Profile.Width : null);

    /// <summary>Whether a display is being redrawn on standard error, which lines must move out of the way.</summary>
    public bool IsLive { get; set; }

    /// <summary>Writes one plain line to standard output.</summary>
    public void WriteResult(string line) => _host.Out.WriteLine(line);

    /// <summary>Writes one plain line to standard error.</summary>
    public void WriteError(string line)
    {
        // Only then through Spectre: it would break long lines, which are to be copied whole.
        if (IsLive)
        {
            Error.WriteLine(line);
        }
        else
        {
            _host.Error.WriteLine(line);
            _host.Error.Flush();
        }
    }

    private IAnsiConsole Create(TextWriter writer, bool isTerminal)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isTerminal && !_host.NoColor ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = isTerminal ? InteractionSupport.Detect : InteractionSupport.No,
        });
        if (!isTerminal || _host.Width is not null)
        {
            console.Profile.Width = _host.Width ?? PipedWidth;
        }

        return console;
    }
}
