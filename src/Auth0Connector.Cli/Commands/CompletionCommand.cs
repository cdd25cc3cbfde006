using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Shell;

namespace Auth0Connector.Cli.Commands;

/// <summary>Prints a completion script.</summary>
internal static class CompletionCommand
{
    /// <summary>The shells that it knows.</summary>
    public static IReadOnlyList<string> Shells { get; } = ["bash", "zsh", "fish", "pwsh"];

    /// <summary>What it is called, which settings it has and what it does.</summary>
    public static CommandDefinition Definition { get; } = new()
    {
        Name = "completion",
        Summary = "Prints a completion script for a shell: bash, zsh, fish or pwsh.",
        Settings = [],
        Words = Shells,
        Examples = [("source <(auth0-connector completion bash)", "in ~/.bashrc")],
        Run = RunAsync,
    };

    /// <summary>Runs it.</summary>
    public static Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        context.Consoles.WriteResult(CompletionScript.For(context.Word!).TrimEnd());
        return Task.FromResult(ExitCodes.Complete);
    }
}
