using Auth0Connector.Cli.Lists;
using Auth0Connector.Cli.Run;

namespace Auth0Connector.Cli.Look;

/// <summary>Lists the resource types of a file.</summary>
internal static class ResourceTypesCommand
{
    /// <summary>What it is called, which settings it has and what it does.</summary>
    public static CommandDefinition Definition { get; } = new()
    {
        Name = "resource-types",
        Summary = "Lists the resource types of an access file.",
        Settings = LookFlags.OfLists,
        Run = RunAsync,
    };

    /// <summary>Runs it.</summary>
    public static Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var settings = context.Settings;
        var filter = new RowFilter(settings);
        return FileList.ShowAsync(
            context,
            ResourceColumns.Types,
            (file, stop) => file.List.ResourceTypes(stop).Where(type => filter.Matches(type.Id, type.DisplayName)),
            cancellationToken);
    }
}
