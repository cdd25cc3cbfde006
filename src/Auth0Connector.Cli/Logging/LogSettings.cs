using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Shell;

namespace Auth0Connector.Cli.Logging;

/// <summary>Form of the log.</summary>
internal enum LogFormat
{
    /// <summary>Lines for a person.</summary>
    Console,

    /// <summary>JSON lines as the ecosystem writes them.</summary>
    Json,
}

/// <summary>What is logged, how and where.</summary>
/// <param name="Level">debug, info, warn or error.</param>
/// <param name="Format">Form on standard error.</param>
/// <param name="Path">A file that gets the log as well, absolute, or <see langword="null"/>.</param>
internal sealed record LogSettings(string Level, LogFormat Format, string? Path)
{
    /// <summary>Whether everything is logged, stack traces of errors too.</summary>
    public bool IsDebug => Level == "debug";

    /// <summary>Reads and checks the settings of the log.</summary>
    public static LogSettings Read(ResolvedSettings settings, Host host)
    {
        var format = settings.Choice(LogFlags.Format) switch
        {
            "json" => LogFormat.Json,
            "console" => LogFormat.Console,
            _ => host.ErrorIsTerminal ? LogFormat.Console : LogFormat.Json,
        };

        var path = settings.Given(LogFlags.Path) is { } value ? TargetFile.Check(value.Label, value.Text, "sync.log", host) : null;
        return new LogSettings(settings.Choice(LogFlags.Level)!, format, path);
    }
}
