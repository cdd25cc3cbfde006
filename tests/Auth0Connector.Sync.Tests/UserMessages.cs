using System.Globalization;
using Auth0Connector.AccessFile.Format;
using Auth0Connector.AccessFile.Messages;
using Auth0Connector.ManagementApi.Records;
using Auth0Connector.Sync.Mapping;
using Auth0Connector.Vocabulary;
using Google.Protobuf.WellKnownTypes;
using ResourceStatus = Auth0Connector.AccessFile.Messages.Status;

namespace Auth0Connector.Sync.Tests;

/// <summary>A user as a message of the generated classes: what the bytes of a row are held against.</summary>
internal static class UserMessages
{
    public static Resource Of(UserRecord user, string id)
    {
        var profile = Profile(user, id);
        var blocked = user.Blocked == true;
        return new Resource
        {
            Id = ResourceMapper.Id(ResourceTypeIds.User, id),
            DisplayName = ResourceMapper.Name(DisplayName(user), id),
            Annotations = { Annotation.Pack(Trait(user, profile, blocked)) },
            Profile = profile,
            Status = new ResourceStatus
            {
                Status_ = blocked ? ResourceStatus.Types.ResourceStatus.Disabled : ResourceStatus.Types.ResourceStatus.Enabled,
            },
            CreatedAt = Instant(user.CreatedAt),
        };
    }

    private static UserTrait Trait(UserRecord user, Struct profile, bool blocked)
    {
        var trait = new UserTrait
        {
            Status = new UserTrait.Types.Status
            {
                Status_ = blocked ? UserTrait.Types.Status.Types.Status.Disabled : UserTrait.Types.Status.Types.Status.Enabled,
            },
            Profile = profile,
            AccountType = UserTrait.Types.AccountType.Human,
            Login = Clean(FirstOf(user.Email, user.Username, user.PhoneNumber)) ?? "",
            CreatedAt = Instant(user.CreatedAt),
            LastLogin = Instant(user.LastLogin),
        };
        if (Clean(user.Email) is { Length: > 0 } email)
        {
            trait.Emails.Add(new UserTrait.Types.Email { Address = email, IsPrimary = true });
            if (Clean(user.Username) is { Length: > 0 } username)
            {
                trait.LoginAliases.Add(username);
            }
        }

        if (user.Multifactor is { } multifactor)
        {
            trait.MfaStatus = new UserTrait.Types.MFAStatus { MfaEnabled = multifactor };
        }

        var (given, family) = Names(user);
        if (given.Length > 0 || family.Length > 0)
        {
            trait.StructuredName = new UserTrait.Types.StructuredName { GivenName = given, FamilyName = family };
        }

        return trait;
    }

    private static Struct Profile(UserRecord user, string id)
    {
        var (given, family) = Names(user);
        var primary = user.Identities.Count > 0 ? user.Identities[0] : null;
        return new ProfileBuilder()
            .Add("id", id)
            .Add("email", user.Email ?? "")
            .Add("first_name", given)
            .Add("last_name", family)
            .Add("nickname", user.Nickname ?? "")
            .Add("user_id", id)
            .Add("name", user.Name)
            .Add("username", user.Username)
            .Add("phone_number", user.PhoneNumber)
            .Add("connection", primary?.Connection)
            .Add("provider", primary?.Provider)
            .Add("linked_identities", user.Identities.Count > 1 ? user.Identities.Skip(1).Select(Identity) : null)
            .Add("email_verified", user.EmailVerified)
            .Add("logins_count", (double?)user.LoginsCount)
            .Add("last_login", Text(user.LastLogin))
            .Add("created_at", Text(user.CreatedAt))
            .Add("updated_at", Text(user.UpdatedAt))
            .Add("blocked", user.Blocked == true)
            .Add("mfa", user.Multifactor)
            .Build();
    }

    private static ProfileBuilder Identity(IdentityRecord identity) => new ProfileBuilder()
        .Add("connection", identity.Connection)
        .Add("provider", identity.Provider)
        .Add("user_id", identity.UserId);

    private static string? DisplayName(UserRecord user) =>
        FirstOf(user.Name, user.Nickname, user.Email, user.Username, user.PhoneNumber);

    // Directories often send the whole name only; an address in its place is no name.
    private static (string Given, string Family) Names(UserRecord user)
    {
        if (user.GivenName is { Length: > 0 } || user.FamilyName is { Length: > 0 })
        {
            return (Clean(user.GivenName) ?? "", Clean(user.FamilyName) ?? "");
        }

        var name = Clean(user.Name)?.Trim() ?? "";
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

    private static string? Clean(string? text) => text is null ? null : CleanText.Of(text);

    private static Timestamp? Instant(DateTimeOffset? instant) =>
        instant is { } known ? Timestamp.FromDateTimeOffset(known) : null;

    private static string? Text(DateTimeOffset? instant) =>
        instant?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
