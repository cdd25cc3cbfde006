namespace Auth0Connector.Cli.Commands;

/// <summary>
/// Completion scripts with all words written out, so that a key press never starts the program. Each goes through the
/// line as the parser does: a command is the first word that is one and neither a flag nor the value of a flag.
/// </summary>
internal static class CompletionScript
{
    /// <summary>The script of a shell.</summary>
    public static string For(string shell) => shell switch
    {
        "fish" => FishCompletion.Script(),
        "pwsh" => PowerShellCompletion.Script(),

        // zsh runs bash's completions once it is told to.
        "zsh" => "autoload -U +X bashcompinit && bashcompinit\n" + BashCompletion.Script(),
        _ => BashCompletion.Script(),
    };
}
