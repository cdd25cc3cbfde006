using System.Text.Json;
using Auth0Connector.ManagementApi.Json;
using Auth0Connector.ManagementApi.Records;

namespace Auth0Connector.ManagementApi.Export;

/// <summary>
/// Reads a user of an export field by field: nothing else is parsed in millions, and the generated reader looks at each object twice. A
/// test holds it to what that one gives.
/// </summary>
internal static class ExportUserReader
{
    private static readonly JsonFieldNames UserFields = new(UserRecord.Fields.Split(','));
    private static readonly JsonFieldNames IdentityFields = new("connection", "provider", "user_id");

    /// <summary>The user whose object begins where the reader stands.</summary>
    /// <exception cref="JsonException">It is no valid JSON.</exception>
    public static UserRecord Read(ref Utf8JsonReader reader)
    {
        string? id = null, email = null, username = null, phone = null, name = null, nickname = null, given = null, family = null;
        bool? verified = null, blocked = null, multifactor = null;
        DateTimeOffset? created = null, updated = null, lastLogin = null;
        long? logins = null;
        IReadOnlyList<IdentityRecord> identities = [];
        while (UserFields.Next(ref reader, out var field))
        {
            switch (field)
            {
                case "user_id":
                    id = LenientStringConverter.ReadText(ref reader);
                    break;
                case "email":
                    email = LenientStringConverter.ReadText(ref reader);
                    break;
                case "email_verified":
                    verified = LenientBooleanConverter.ReadTruth(ref reader);
                    break;
                case "username":
                    username = LenientStringConverter.ReadText(ref reader);
                    break;
                case "phone_number":
                    phone = LenientStringConverter.ReadText(ref reader);
                    break;
                case "created_at":
                    created = LenientTimestampConverter.ReadInstant(ref reader);
                    break;
                case "updated_at":
                    updated = LenientTimestampConverter.ReadInstant(ref reader);
                    break;
                case "last_login":
                    lastLogin = LenientTimestampConverter.ReadInstant(ref reader);
                    break;
                case "logins_count":
                    logins = LenientIntegerConverter.ReadNumber(ref reader);
                    break;
                case "blocked":
                    blocked = LenientBooleanConverter.ReadTruth(ref reader);
                    break;
                case "name":
                    name = LenientStringConverter.ReadText(ref reader);
                    break;
                case "nickname":
                    nickname = LenientStringConverter.ReadText(ref reader);
                    break;
                case "given_name":
                    given = LenientStringConverter.ReadText(ref reader);
                    break;
                case "family_name":
                    family = LenientStringConverter.ReadText(ref reader);
                    break;
                case "multifactor":
                    multifactor = LenientPresenceConverter.ReadPresence(ref reader);
                    break;
                case "identities":
                    identities = ReadIdentities(ref reader);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return new UserRecord
        {
            UserId = id,
            Email = email,
            EmailVerified = verified,
            Username = username,
            PhoneNumber = phone,
            CreatedAt = created,
            UpdatedAt = updated,
            LastLogin = lastLogin,
            LoginsCount = logins,
            Blocked = blocked,
            Name = name,
            Nickname = nickname,
            GivenName = given,
            FamilyName = family,
            Multifactor = multifactor,
            Identities = identities,
        };
    }

    private static List<IdentityRecord> ReadIdentities(ref Utf8JsonReader reader)
    {
        var identities = new List<IdentityRecord>(1);
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return identities;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                identities.Add(ReadIdentity(ref reader));
            }
            else
            {
                reader.Skip();
            }
        }

        return identities;
    }

    private static IdentityRecord ReadIdentity(ref Utf8JsonReader reader)
    {
        string? connection = null, provider = null, id = null;
        while (IdentityFields.Next(ref reader, out var field))
        {
            switch (field)
            {
                case "connection":
                    connection = LenientStringConverter.ReadText(ref reader);
                    break;
                case "provider":
                    provider = LenientStringConverter.ReadText(ref reader);
                    break;
                case "user_id":
                    id = LenientStringConverter.ReadText(ref reader);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return new IdentityRecord { Connection = connection, Provider = provider, UserId = id };
    }
}
