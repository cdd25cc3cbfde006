namespace Auth0Connector.Testing.Processes;

/// <summary>What a command line left: code, results, everything else.</summary>
public sealed record CommandResult(int ExitCode, string Out, string Error)
{
    /// <summary>The lines of standard error that are no log lines.</summary>
    public string ErrorLine => Error.Split('\n').SingleOrDefault(line => line.StartsWith("error: ", StringComparison.Ordinal)) ?? Error;
}
