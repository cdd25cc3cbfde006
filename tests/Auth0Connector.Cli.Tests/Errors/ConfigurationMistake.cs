using Auth0Connector.Cli.Tests.Support;

namespace Auth0Connector.Cli.Tests.Errors;

/// <summary>One row of docs/errors.md: a mistake, how to make it, and what is said about it.</summary>
internal sealed record ConfigurationMistake(string Group, string Title, string[] Arguments, string Message)
{
    /// <summary>Variables on top of a correct set; <see langword="null"/> takes one away.</summary>
    public Dictionary<string, string?> Variables { get; init; } = [];

    /// <summary>Files in the working directory, by name; a name ending in / is a directory.</summary>
    public Dictionary<string, string> Files { get; init; } = [];

    /// <summary>What documentation shows instead of the arguments, where they would not explain themselves.</summary>
    public string? Shown { get; init; }

    public int ExitCode { get; init; } = 2;

    public async Task<CommandResult> MakeAsync()
    {
        using var workspace = new Workspace().WithTenant();
        foreach (var (name, value) in Variables)
        {
            workspace.Variables.Remove(name);
            if (value is not null)
            {
                workspace.Variables[name] = value;
            }
        }

        foreach (var (name, text) in Files)
        {
            if (name.EndsWith('/'))
            {
                Directory.CreateDirectory(workspace.PathOf(name));
            }
            else
            {
                workspace.Write(name, text);
            }
        }

        return await workspace.RunAsync(Arguments);
    }

    /// <summary>How documentation shows the mistake.</summary>
    public string Given()
    {
        if (Shown is not null)
        {
            return Shown;
        }

        var parts = Variables.Where(pair => pair.Value is not null).Select(pair => $"`{pair.Key}={pair.Value}`")
            .Concat(Files.Where(pair => pair.Key.StartsWith(".baton", StringComparison.Ordinal)).Select(pair => $"`{pair.Key}` with `{pair.Value.Replace("\n", "⏎", StringComparison.Ordinal)}`"))
            .ToList();
        if (Arguments.Length > 0)
        {
            parts.Add($"`{string.Join(' ', Arguments.Select(argument => argument.Length == 0 || argument.Contains(' ', StringComparison.Ordinal) ? $"'{argument}'" : argument))}`");
        }

        return string.Join(", ", parts);
    }

    public override string ToString() => Title;
}
