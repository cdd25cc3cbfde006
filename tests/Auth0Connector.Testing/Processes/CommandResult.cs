using System.Text.Json;

namespace Auth0Connector.Testing.Processes;

/// <summary>What a command line left: code, results, everything else.</summary>
public sealed record CommandResult(int ExitCode, string Out, string Error)
{
    /// <summary>The lines of standard error that are no log lines.</summary>
    public string ErrorLine => Error.Split('\n').SingleOrDefault(line => line.StartsWith("error: ", StringComparison.Ordinal)) ?? Error;

    /// <summary>The last line of standard error as the JSON of an error.</summary>
    public JsonElement ErrorObject => JsonElement.Parse(Error.TrimEnd('\n').Split('\n')[^1]);

    /// <summary>What an error says, whether it is a line of text or of JSON.</summary>
    public string ErrorText => Error.StartsWith('{')
        ? $"{ErrorObject.GetProperty("msg").GetString()}; {ErrorObject.GetProperty("hint").GetString()}"
        : ErrorLine["error: ".Length..].TrimEnd('\n');
}
