namespace Auth0Connector.Analysis.Differences;

/// <summary>A field that differs; null where it is absent.</summary>
/// <param name="Field">Its path, such as <c>profile.name</c>.</param>
/// <param name="Before">The former value, texts without quotes.</param>
/// <param name="After">The later value.</param>
public sealed record FieldDifference(string Field, string? Before, string? After)
{
    private static readonly string[] Activity = ["last_login", "lastLogin", "logins_count", "last_ip", "updated_at"];

    /// <summary>Whether it only says that somebody was there, which is no change of what they may do.</summary>
    public bool IsActivity => Activity.Contains(Field[(Field.LastIndexOf('.') + 1)..], StringComparer.Ordinal);
}
