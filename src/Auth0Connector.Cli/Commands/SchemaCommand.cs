using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Shell;

namespace Auth0Connector.Cli.Commands;

/// <summary>Prints what the JSON of a command looks like.</summary>
internal static class SchemaCommand
{
    /// <summary>What it is called, which settings it has and what it does.</summary>
    public static CommandDefinition Definition { get; } = new()
    {
        Name = "schema",
        Summary = "Prints the JSON Schema of what a command writes with -o json, or lists those that there are.",
        Settings = [],
        Operands = ["NAME"],
        Examples = [("auth0-connector schema summary", "the shape of what a sync prints with -o json")],
        Run = RunAsync,
        ReadsLogLate = true,
    };

    /// <summary>Runs it.</summary>
    /// <exception cref="UsageException">There is no such schema.</exception>
    public static Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var name = string.Join(' ', context.Operands);
        if (name.Length == 0)
        {
            foreach (var entry in JsonSchemas.All)
            {
                context.Consoles.WriteResult($"{entry.Name,-20} {(entry.Commands.Count == 0 ? "every command" : string.Join(", ", entry.Commands))}");
            }

            return Task.FromResult(ExitCodes.Complete);
        }

        var known = JsonSchemas.All.Select(static entry => entry.Name).ToList();
        var chosen = JsonSchemas.All.FirstOrDefault(entry => entry.Name == name)
            ?? throw new UsageException($"schema: there is none of '{Printable.Short(name)}'; give one of {string.Join(", ", known)}");
        context.Consoles.WriteResult(JsonSchemas.Text(chosen).TrimEnd('\n'));
        return Task.FromResult(ExitCodes.Complete);
    }
}
