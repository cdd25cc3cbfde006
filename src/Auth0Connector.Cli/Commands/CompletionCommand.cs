using Auth0Connector.Cli.Completion;
using Auth0Connector.Cli.Errors;

namespace Auth0Connector.Cli.Commands;

/// <summary>Prints a completion script.</summary>
internal static class CompletionCommand
{
    /// <summary>The shells that it knows.</summary>
    public static IReadOnlyList<string> Shells { get; } = ["bash", "zsh", "fish", "pwsh"];

    /// <summary>Runs it.</summary>
    public static Task<int> RunAsync(Session session, Invocation invocation, CancellationToken cancellationToken)
    {
        session.Consoles.WriteResult(CompletionScript.For(invocation.Word!).TrimEnd());
        return Task.FromResult(ExitCodes.Complete);
    }
}
