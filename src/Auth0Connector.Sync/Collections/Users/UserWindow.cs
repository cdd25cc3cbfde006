using System.Text.Json;
using System.Text.Json.Serialization;
using Auth0Connector.AccessFile.Staging;

namespace Auth0Connector.Sync.Collections.Users;

/// <summary>
/// A part of the users that search is asked for on its own. Its conditions come from the windows it was cut from; within
/// the dimension that is being divided it is a range, a prefix, or everything.
/// </summary>
internal sealed record UserWindow
{
    /// <summary>Which reading it belongs to: a second one is a different set of tasks.</summary>
    public required string Pass { get; init; }

    /// <summary>Clauses that hold for everybody in the window.</summary>
    public IReadOnlyList<string> Conditions { get; init; } = [];

    /// <summary>Index into <see cref="UserDimension.InOrder"/> of the dimension that divides the window next.</summary>
    public int Dimension { get; init; }

    /// <summary>Lower end, inclusive, of the range within the dimension.</summary>
    public long? Low { get; init; }

    /// <summary>Upper end, exclusive, of the range within the dimension.</summary>
    public long? High { get; init; }

    /// <summary>Prefix that everybody in the window has in the dimension's field.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>Whether people in it can be told apart by when they were created, so that search in that order reads them all.</summary>
    [JsonIgnore]
    public bool IsOrdered => Dimension == 0;

    /// <summary>Everybody.</summary>
    public static UserWindow Everybody(string pass) => new() { Pass = pass };

    /// <summary>The people who were created at one instant: they are told apart by something else.</summary>
    public UserWindow At(long instant) => this with
    {
        Conditions = [.. Conditions, SearchClause.Range(UserDimension.InOrder[0].Field, SearchClause.Instant(instant), SearchClause.Instant(instant + 1))],
        Low = null,
        High = null,
        Dimension = 1,
    };

    /// <summary>The people of whom it is not known when they were created.</summary>
    public UserWindow WithoutInstant() => this with
    {
        Conditions = [.. Conditions, SearchClause.Missing(UserDimension.InOrder[0].Field)],
        Low = null,
        High = null,
        Dimension = 1,
    };

    /// <summary>The window as a query; <see langword="null"/> for everybody.</summary>
    [JsonIgnore]
    public string? Query
    {
        get
        {
            var dimension = UserDimension.InOrder[Dimension];
            var clauses = Low is null && High is null
                ? Conditions
                : [.. Conditions, SearchClause.Range(dimension.Field, Bound(Low), Bound(High))];
            return clauses.Count == 0 ? null : SearchClause.All(clauses);
            string? Bound(long? value) => value is { } known ? dimension.Bound(known) : null;
        }
    }

    public StagedTask ToTask() => new(UserWindowSyncer.KindName, $"{Pass} {Query ?? "*"} /{Dimension}")
    {
        Payload = JsonSerializer.SerializeToUtf8Bytes(this, UserWindowJson.Default.UserWindow),
    };

    public static UserWindow FromTask(StagedTask task) =>
        JsonSerializer.Deserialize(task.Payload, UserWindowJson.Default.UserWindow)
        ?? throw new InvalidOperationException("A window task without a window.");
}

[JsonSerializable(typeof(UserWindow))]
internal sealed partial class UserWindowJson : JsonSerializerContext;
