using Auth0Connector.Cli.Tests.Support;

namespace Auth0Connector.Cli.Tests.Commands;

public sealed class CompletionTests
{
    [Theory]
    [InlineData("bash", "complete -o default -F _auth0_connector auth0-connector")]
    [InlineData("zsh", "bashcompinit")]
    [InlineData("fish", "complete -c auth0-connector -n '__auth0_connector_at demo' -l force")]
    [InlineData("pwsh", "Register-ArgumentCompleter")]
    public async Task Each_shell_gets_a_script_that_knows_the_flags(string shell, string expected)
    {
        using var workspace = new Workspace();

        var result = await workspace.RunAsync("completion", shell);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains(expected, result.Out, StringComparison.Ordinal);
        Assert.Contains("auth0-base-url", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("grant-entitlement", result.Out, StringComparison.Ordinal);
    }
}
