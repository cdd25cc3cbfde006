using Auth0Connector.AccessFile.Format;
using Auth0Connector.ManagementApi.Records;

namespace Auth0Connector.Sync.Mapping;

/// <summary>What a user is called.</summary>
internal static class UserNames
{
    public static string? Display(UserRecord user) =>
        FirstOf(user.Name, user.Nickname, user.Email, user.Username, user.PhoneNumber);

    public static string? Login(UserRecord user) => FirstOf(user.Email, user.Username, user.PhoneNumber);

    // Directories often send the whole name only; an address in its place is no name.
    public static (string Given, string Family) Parts(UserRecord user)
    {
        if (user.GivenName is { Length: > 0 } || user.FamilyName is { Length: > 0 })
        {
            return (user.GivenName ?? "", user.FamilyName ?? "");
        }

        var name = (user.Name is null ? "" : CleanText.Of(user.Name)).Trim();
        if (name.Length == 0 || name.Contains('@', StringComparison.Ordinal) || name == user.PhoneNumber)
        {
            return ("", "");
        }

        var space = name.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? (name, "") : (name[..space], name[(space + 1)..].Trim());
    }

    private static string? FirstOf(params ReadOnlySpan<string?> candidates)
    {
        foreach (var candidate in candidates)
        {
            if (!string.IsNullOrWhiteSpace(candidate))
            {
                return candidate;
            }
        }

        return null;
    }
}
