using System.Globalization;
using Auth0Connector.ManagementApi.Records;

namespace Auth0Connector.Sync.Collections.Users;

/// <summary>How a dimension divides users.</summary>
internal enum UserDimensionKind
{
    /// <summary>By instants, halved down to one millisecond.</summary>
    Time,

    /// <summary>By whole numbers.</summary>
    Number,

    /// <summary>By the values that are met, and the rest.</summary>
    Value,

    /// <summary>By the characters that are met next, and the rest.</summary>
    Prefix,

    /// <summary>Not at all: the first thousand from one end and the first thousand from the other.</summary>
    BothEnds,
}

/// <summary>
/// One of the ways to tell users apart where search has too many, tried in order: almost always the first is enough; the
/// others are for thousands who were imported in one millisecond.
/// </summary>
internal sealed record UserDimension(UserDimensionKind Kind, string Field, Func<UserRecord, string?> Read)
{
    public static IReadOnlyList<UserDimension> InOrder { get; } =
    [
        new(UserDimensionKind.Time, "created_at", static user => Milliseconds(user.CreatedAt)),
        new(UserDimensionKind.Value, "identities.connection", static user => user.Identities.Count > 0 ? user.Identities[0].Connection : null),
        new(UserDimensionKind.Time, "last_login", static user => Milliseconds(user.LastLogin)),
        new(UserDimensionKind.Time, "updated_at", static user => Milliseconds(user.UpdatedAt)),
        new(UserDimensionKind.Number, "logins_count", static user => user.LoginsCount?.ToString(CultureInfo.InvariantCulture)),
        new(UserDimensionKind.Prefix, "user_id", static user => user.UserId),
        new(UserDimensionKind.Prefix, "email", static user => user.Email),
        new(UserDimensionKind.BothEnds, "user_id", static user => user.UserId),
    ];

    public bool IsRange => Kind is UserDimensionKind.Time or UserDimensionKind.Number;

    public string Bound(long value) => Kind == UserDimensionKind.Time
        ? SearchClause.Instant(value)
        : value.ToString(CultureInfo.InvariantCulture);

    private static string? Milliseconds(DateTimeOffset? instant) =>
        instant?.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
}
