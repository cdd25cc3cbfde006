using Auth0Connector.AccessFile.Messages;
using Auth0Connector.ManagementApi.Records;

namespace Auth0Connector.Sync.Mapping;

/// <summary>The profile of a user, in the byte order of its keys.</summary>
internal static class UserProfile
{
    public static void Write(MessageWriter writer, UserRecord user, string id, string given, string family)
    {
        var primary = user.Identities.Count > 0 ? user.Identities[0] : null;
        StructWriter.Add(writer, "blocked"u8, user.Blocked == true);
        StructWriter.Add(writer, "connection"u8, primary?.Connection);
        StructWriter.Add(writer, "created_at"u8, user.CreatedAt);
        StructWriter.Add(writer, "email"u8, user.Email ?? "");
        StructWriter.Add(writer, "email_verified"u8, user.EmailVerified);
        StructWriter.Add(writer, "first_name"u8, given);
        StructWriter.Add(writer, "id"u8, id);
        StructWriter.Add(writer, "last_login"u8, user.LastLogin);
        StructWriter.Add(writer, "last_name"u8, family);
        if (user.Identities.Count > 1)
        {
            StructWriter.Add(writer, "linked_identities"u8, user.Identities.Skip(1), Write);
        }

        StructWriter.Add(writer, "logins_count"u8, user.LoginsCount);
        StructWriter.Add(writer, "mfa"u8, user.Multifactor);
        StructWriter.Add(writer, "name"u8, user.Name);
        StructWriter.Add(writer, "nickname"u8, user.Nickname ?? "");
        StructWriter.Add(writer, "phone_number"u8, user.PhoneNumber);
        StructWriter.Add(writer, "provider"u8, primary?.Provider);
        StructWriter.Add(writer, "updated_at"u8, user.UpdatedAt);
        StructWriter.Add(writer, "user_id"u8, id);
        StructWriter.Add(writer, "username"u8, user.Username);
    }

    private static void Write(MessageWriter writer, IdentityRecord identity)
    {
        StructWriter.Add(writer, "connection"u8, identity.Connection);
        StructWriter.Add(writer, "provider"u8, identity.Provider);
        StructWriter.Add(writer, "user_id"u8, identity.UserId);
    }
}
