using Auth0Connector.Cli.Shell;

namespace Auth0Connector.Cli.Run;

/// <summary>An error as a person or a program meets it.</summary>
/// <param name="Class">What kind of failure it is.</param>
/// <param name="Line">All of it as one line of text.</param>
internal sealed record PresentedError(ErrorClass Class, string Line)
{
    /// <summary>What happened, to which thing.</summary>
    public string Message { get; private init; } = Line;

    /// <summary>What to do next, where the error says it.</summary>
    public string? Hint { get; private init; }

    /// <summary>The exit code of the process.</summary>
    public int ExitCode { get; private init; } = Class.ExitCode;

    /// <summary>An error with what to do next: as a hint of its own, or behind the last semicolon, where our messages have it.</summary>
    /// <param name="kind">What kind of failure it is.</param>
    /// <param name="message">What happened.</param>
    /// <param name="exitCode">The exit code, where it is not that of the class.</param>
    /// <param name="hint">What to do next.</param>
    public static PresentedError Of(ErrorClass kind, string message, int? exitCode = null, string? hint = null)
    {
        var code = exitCode ?? kind.ExitCode;
        if (hint is not null)
        {
            var (what, next) = (message.TrimEnd('.', ' '), char.ToUpperInvariant(hint[0]) + hint[1..].TrimEnd('.', ' '));
            return new PresentedError(kind, $"{what}. {next}") { Message = what, Hint = next, ExitCode = code };
        }

        var end = message.LastIndexOf("; ", StringComparison.Ordinal);
        return end <= 0
            ? new PresentedError(kind, message) { ExitCode = code }
            : new PresentedError(kind, message) { Message = message[..end], Hint = message[(end + 2)..], ExitCode = code };
    }
}
