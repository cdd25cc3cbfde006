using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Shell;

namespace Auth0Connector.Cli.Setup;

/// <summary>Asks a person on the terminal. Questions go to standard error.</summary>
internal sealed class Questions(Session session)
{
    /// <summary>Whether somebody can be asked.</summary>
    public bool CanAsk => session.Host is { InIsTerminal: true, ErrorIsTerminal: true };

    /// <summary>Asks until the answer can be read; nothing means the default, if there is one.</summary>
    /// <exception cref="UsageException">The terminal was closed.</exception>
    public T Ask<T>(string question, string? usual, Func<string, T> read)
    {
        while (true)
        {
            Write(usual is null ? $"{question}: " : $"{question} [{usual}]: ");
            var answer = Answered(session.Host.ReadLine()).Trim();
            try
            {
                return answer.Length > 0 ? read(answer) : usual is not null ? read(usual) : throw new UsageException("an answer is needed");
            }
            catch (UsageException wrong)
            {
                session.Consoles.WriteError($"  {Printable.Of(wrong.Message)}");
            }
        }
    }

    /// <summary>Asks for something that is not shown.</summary>
    public string AskSecret(string question)
    {
        while (true)
        {
            Write($"{question} (not shown): ");
            var answer = Answered(session.Host.ReadSecret()).Trim();
            session.Consoles.WriteError("");
            if (answer.Length > 0)
            {
                return answer;
            }

            session.Consoles.WriteError("  an answer is needed");
        }
    }

    /// <summary>Asks for yes or no.</summary>
    public bool Confirm(string question, bool usual) => Ask($"{question} ({(usual ? "Y/n" : "y/N")})", usual ? "y" : "n", static answer => answer.ToLowerInvariant() switch
    {
        "y" or "yes" => true,
        "n" or "no" => false,
        _ => throw new UsageException("answer y or n"),
    });

    private static string Answered(string? line) => line ?? throw new UsageException("setup: the terminal was closed before it ended; nothing was written that is not said above");

    private void Write(string text)
    {
        session.Host.Error.Write(text);
        session.Host.Error.Flush();
    }
}
