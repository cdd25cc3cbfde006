using System.Diagnostics;

namespace Auth0Connector.Cli.Tests.Support;

/// <summary>A bash at a terminal of its own, with a completion script, in which lines are typed and the tab key is pressed.</summary>
internal static class TypedBash
{
    private const string Prompt = "ready to type";

    /// <summary>What the script offered at the end of each line.</summary>
    public static async Task<IReadOnlyList<string>> OfferedAsync(Workspace workspace, string script, IEnumerable<string> lines)
    {
        workspace.Write("completion.bash", script);
        workspace.Write("rc.bash", $$"""
            PS1='{{Prompt}}'
            source completion.bash
            bind 'set bell-style none' 'set completion-query-items -1' 'set page-completions off' 'set enable-bracketed-paste off'
            offer() { _auth0_connector "$@"; echo "${COMPREPLY[*]}" >> offered.txt; }
            complete -F offer auth0-connector
            """);
        var start = new ProcessStartInfo("script") { WorkingDirectory = workspace.Directory, UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var argument in new[] { "--quiet", "--return", "--command", "bash --noprofile --rcfile rc.bash -i", "/dev/null" })
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["TERM"] = "dumb";
        start.Environment["HISTFILE"] = string.Empty;
        using var bash = Process.Start(start)!;
        await ReadToAsync(bash.StandardOutput, Prompt);
        var rest = bash.StandardOutput.ReadToEndAsync();

        // Ctrl-U takes the line away again, so that nothing is ever run.
        foreach (var line in lines)
        {
            await bash.StandardInput.WriteAsync($"{line}\t\u0015");
        }

        await bash.StandardInput.WriteAsync("exit\r");
        await bash.StandardInput.FlushAsync();
        await bash.WaitForExitAsync();
        await rest;
        return await File.ReadAllLinesAsync(workspace.PathOf("offered.txt"));
    }

    private static async Task ReadToAsync(StreamReader output, string text)
    {
        var seen = string.Empty;
        var letter = new char[1];
        while (!seen.EndsWith(text, StringComparison.Ordinal))
        {
            Assert.True(await output.ReadAsync(letter) == 1, $"bash ended with: {seen}");
            seen += letter[0];
        }
    }
}
