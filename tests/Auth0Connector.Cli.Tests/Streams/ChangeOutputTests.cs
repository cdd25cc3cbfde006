using Auth0Connector.Cli.Tests.Changes;

namespace Auth0Connector.Cli.Tests.Streams;

public sealed class ChangeOutputTests
{
    [Fact]
    public async Task A_change_that_cannot_be_shown_is_told_with_the_error()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        await using var workspace = await ChangeWorkspace.StartAsync();
        var role = workspace.Truth.Roles.Last();
        var user = workspace.Outsider(role.Id);

        var result = await RealProcess.RunShellAsync(workspace.Files, $"$PROGRAM grant --user '{user.Id}' --role '{role.Id}' >/dev/full");

        Assert.Equal(13, result.ExitCode);
        Assert.Equal("error: standard output cannot be written: no space is left on the disk; the outcome of the change is 'done'", result.ErrorLine.Trim());
        Assert.True(workspace.Holds(role.Id, user.Id));
    }
}
