namespace Auth0Connector.Cli.Run;

/// <summary>Words that stand in a command's place and are none themselves.</summary>
internal static class CommandWords
{
    /// <summary>The command that needs no word.</summary>
    public const string Sync = "sync";

    /// <summary>Asks for help, of the command that follows.</summary>
    public const string Help = "help";
}
