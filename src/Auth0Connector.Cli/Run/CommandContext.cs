using Auth0Connector.Cli.Logging;
using Auth0Connector.Cli.Output;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Shell;
using Auth0Connector.ManagementApi.Options;
using Auth0Connector.Service.Syncs;
using Microsoft.Extensions.Logging;

namespace Auth0Connector.Cli.Run;

/// <summary>What surrounds a command while it runs: its settings, its log, and the secrets that must not be seen.</summary>
internal sealed class CommandContext : IDisposable
{
    private LogSettings? _logSettings;
    private RunLog? _log;

    private CommandContext(Session session, ResolvedSettings settings, Invocation invocation)
    {
        Session = session;
        Settings = settings;
        Word = invocation.Word;
        Operands = invocation.Operands;
    }

    /// <summary>What all parts of the run share.</summary>
    public Session Session { get; }

    /// <summary>The surroundings of the run.</summary>
    public Host Host => Session.Host;

    /// <summary>Standard output and standard error.</summary>
    public Consoles Consoles => Session.Consoles;

    /// <summary>The settings of the command, from all its sources.</summary>
    public ResolvedSettings Settings { get; }

    /// <summary>The word that follows the command, if it takes one.</summary>
    public string? Word { get; }

    /// <summary>The texts that follow the command without a flag.</summary>
    public IReadOnlyList<string> Operands { get; }

    /// <summary>Reads the settings of a command. Its log is opened only when it asks for it.</summary>
    /// <param name="session">What all parts of the run share.</param>
    /// <param name="command">The command.</param>
    /// <param name="invocation">How it was called.</param>
    /// <param name="known">What variables and the configuration file may name.</param>
    public static CommandContext Open(Session session, CommandDefinition command, Invocation invocation, IReadOnlyList<SettingDefinition> known)
    {
        var settings = new SettingResolver(session.Host, known).Resolve(command.Sources, command.Settings, invocation.Flags);
        session.ErrorsAreJson = AskedForm.IsJson(command, settings);
        var context = new CommandContext(session, settings, invocation);
        if (!command.ReadsLogLate)
        {
            context.ReadLog();
        }

        return context;
    }

    /// <summary>Checks where the log goes and how much of it; from then on an error shows what the log's level asks for.</summary>
    public LogSettings ReadLog()
    {
        _logSettings ??= LogSettings.Read(Settings, Host);
        Session.ShowStackTraces = _logSettings.IsDebug;
        Session.LogPath = _logSettings.Path;
        return _logSettings;
    }

    /// <summary>The access files that a command will look into, by the names that the person gave.</summary>
    public IEnumerable<string> FilesToRead(CommandDefinition command) => command.OperandsAreFiles && Operands.Count > 0
        ? Operands
        : command.Settings.Where(static setting => setting.IsAccessFile).Select(Settings.Text).OfType<string>();

    /// <summary>Hides what an application proves itself with, in the log and in errors alike.</summary>
    public void Hide(ClientCredential credential) => Session.Mask.Add(credential);

    /// <summary>Opens the log, which lasts as long as the context.</summary>
    public ILoggerFactory OpenLog()
    {
        _log ??= RunLog.Open(ReadLog(), Consoles, Session.Mask);
        return _log.Factory;
    }

    /// <summary>A log that goes where the log goes, and whole into a stream as well.</summary>
    public ITaskLog OpenTaskLog(Stream stream)
    {
        OpenLog();
        return _log!.OpenBeside(stream);
    }

    /// <inheritdoc />
    public void Dispose() => _log?.Dispose();
}
