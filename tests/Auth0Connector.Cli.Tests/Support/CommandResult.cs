namespace Auth0Connector.Cli.Tests.Support;

/// <summary>What a command line left: code, results, everything else.</summary>
internal sealed record CommandResult(int ExitCode, string Out, string Error)
{
    /// <summary>The lines of standard error that are no log lines.</summary>
    public string ErrorLine => Error.Split('\n').SingleOrDefault(line => line.StartsWith("error: ", StringComparison.Ordinal)) ?? Error;
}
