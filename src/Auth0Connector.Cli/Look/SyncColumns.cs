using Auth0Connector.AccessFile.Reading;
using Auth0Connector.Analysis.Json;
using Auth0Connector.Cli.Lists;
using Auth0Connector.Cli.Output;

namespace Auth0Connector.Cli.Look;

/// <summary>The columns of syncs and statistics.</summary>
internal static class SyncColumns
{
    /// <summary>The list of syncs.</summary>
    public static ListShape<SyncRun> Syncs { get; } = new(
        "syncs",
        [
            new("id", "ID", sync => sync.SyncId),
            new("started", "Started", sync => Time(sync.StartedAtText)),
            new("ended", "Ended", sync => sync.IsFinished ? Time(sync.EndedAtText) : "unfinished"),
            new("type", "Type", sync => sync.SyncType),
            new("parent", "Parent ID", sync => sync.ParentSyncId),
            new("token", "Token", sync => sync.SyncToken, IsShown: false),
        ],
        static (json, sync) => SyncJson.Write(json, sync));

    /// <summary>The statistics of a sync, one row for each resource type.</summary>
    public static ListShape<TypeFigures> Statistics { get; } = new(
        "stats",
        [
            new("type", "Resource type", counts => counts.Type),
            new("resources", "Resources", counts => Amount.Count(counts.Resources)),
            new("entitlements", "Entitlements", counts => Amount.Count(counts.Entitlements)),
            new("grants", "Grants", counts => Amount.Count(counts.Grants)),
        ],
        static (_, _) => throw new InvalidOperationException("their JSON is one object, not rows"));

    /// <summary>A time to the second, as it stands in the file.</summary>
    public static string Time(string? text) => JsonTime.OfDatabase(text) is { } time ? $"{time[..10]} {time[11..19]}" : text ?? string.Empty;
}
