using System.Text.Json;
using System.Text.Json.Serialization;

namespace Auth0Connector.Sync.Collections.Users;

/// <summary>
/// How many people search counts in each range of creation, before an export begins. Whoever was there then and is still there
/// is in the export, where it has as many in each range.
/// </summary>
internal sealed record UserRanges
{
    /// <summary>Everybody, as counted before the ranges were.</summary>
    public required long Total { get; init; }

    /// <summary>
    /// The instants between the ranges, ascending, in milliseconds: the first range lies before the first of them, the last one
    /// from the last of them on. Without any there is one range, everybody.
    /// </summary>
    public IReadOnlyList<long> Cuts { get; init; } = [];

    /// <summary>
    /// People by range, and at the end those without an instant, where there are cuts; <see langword="null"/> where the count
    /// equals what search can list, and may be cut by it.
    /// </summary>
    public IReadOnlyList<long?> Counts { get; init; } = [];

    /// <summary>How many ranges there are, those without an instant included.</summary>
    [JsonIgnore]
    public int Size => Cuts.Count == 0 ? 1 : Cuts.Count + 2;

    /// <summary>The range that somebody is in.</summary>
    public int IndexOf(DateTimeOffset? createdAt)
    {
        if (Cuts.Count == 0)
        {
            return 0;
        }

        if (createdAt?.ToUnixTimeMilliseconds() is not { } instant)
        {
            return Cuts.Count + 1;
        }

        var index = 0;
        while (index < Cuts.Count && instant >= Cuts[index])
        {
            index++;
        }

        return index;
    }

    /// <summary>A range as a window of search.</summary>
    public UserWindow WindowOf(int index, string pass)
    {
        var everybody = UserWindow.Everybody(pass);
        return Cuts.Count == 0 ? everybody
            : index > Cuts.Count ? everybody.WithoutInstant()
            : everybody with { Low = index == 0 ? null : Cuts[index - 1], High = index == Cuts.Count ? null : Cuts[index] };
    }

    /// <summary>The ranges of which fewer came than were counted, so that search has to read them.</summary>
    public IReadOnlyList<int> ShortOf(IReadOnlyList<long> came)
    {
        var isShort = Enumerable.Range(0, Size).Where(index => Counts[index] is not { } count || came[index] < count).ToList();
        // People who came without their instant are in one of the ranges that lack somebody.
        var floating = Cuts.Count == 0 || Counts[^1] is not { } expected ? 0 : Math.Max(0, came[Size - 1] - expected);
        var isAccounted = isShort.TrueForAll(index => Counts[index] is not null)
            && came.Sum() >= Total
            && isShort.Sum(index => Counts[index]!.Value - came[index]) <= floating;
        return isAccounted ? [] : isShort;
    }

    public byte[] ToPayload() => JsonSerializer.SerializeToUtf8Bytes(this, UserRangesJson.Default.UserRanges);

    /// <exception cref="JsonException">The payload is none of ranges.</exception>
    public static UserRanges Parse(ReadOnlySpan<byte> payload) =>
        JsonSerializer.Deserialize(payload, UserRangesJson.Default.UserRanges) ?? throw new JsonException("no ranges of users");
}

[JsonSerializable(typeof(UserRanges))]
internal sealed partial class UserRangesJson : JsonSerializerContext;
