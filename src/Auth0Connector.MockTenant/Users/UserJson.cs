using Auth0Connector.MockTenant.Data;

namespace Auth0Connector.MockTenant.Users;

/// <summary>Writes people as JSON, by hand and as bytes: an export of a million must cost its writer little.</summary>
internal sealed class UserJson(UserDirectory users)
{
    public void Append(Utf8Buffer target, int index, UserSelection selection)
    {
        if (users.TryGetOdd(index, out var odd))
        {
            OddUserJson.Append(target, odd, selection);
            return;
        }

        var traits = users.Traits(index);
        target.Append((byte)'{');
        var empty = true;
        foreach (var column in selection.Columns)
        {
            var mark = target.Length;
            if (!empty)
            {
                target.Append((byte)',');
            }

            target.Append(column.Prefix);
            if (AppendColumn(target, column, traits))
            {
                empty = false;
            }
            else
            {
                target.Truncate(mark);
            }
        }

        target.Append((byte)'}');
    }

    private bool AppendColumn(Utf8Buffer target, UserColumn column, in UserTraits traits) => column.Field switch
    {
        UserField.EmailVerified => traits.HasEmail && AppendFlag(target, traits.EmailVerified),
        UserField.PhoneVerified => traits.HasPhone && AppendFlag(target, true),
        UserField.CreatedAt => AppendTime(target, traits.Created),
        UserField.UpdatedAt => AppendTime(target, traits.Updated),
        UserField.LastLogin => AppendTime(target, traits.LastLogin),
        UserField.LastPasswordReset =>
            AppendTime(target, traits.Kind == ConnectionKind.Database && traits.Hash % 7 == 0 ? traits.Updated : -1),
        UserField.LoginsCount => AppendNumber(target, traits.Logins),
        UserField.Multifactor => traits.HasMultifactor && AppendRaw(target, "[\"guardian\"]"u8),
        UserField.MultifactorLastModified => AppendTime(target, traits.HasMultifactor ? traits.Updated : -1),
        UserField.Blocked => traits.Blocked is { } blocked && AppendFlag(target, blocked),
        UserField.Identities => AppendIdentities(target, traits),
        UserField.AppMetadata => traits.Hash % 3 == 0 && AppendMetadata(target, "{\"plan\":\"private-metadata-"u8, traits),
        UserField.UserMetadata => traits.Hash % 4 == 0 && AppendMetadata(target, "{\"note\":\"private-metadata-"u8, traits),
        { } text => AppendText(target, text, traits),
        null => AppendPath(target, column.Source, traits),
    };

    private bool AppendText(Utf8Buffer target, UserField field, in UserTraits traits)
    {
        if (!UserDirectory.HasText(field, traits))
        {
            return false;
        }

        target.Append((byte)'"');
        users.AppendText(target, field, traits);
        target.Append((byte)'"');
        return true;
    }

    private bool AppendIdentities(Utf8Buffer target, in UserTraits traits)
    {
        target.Append("[{\"provider\":\""u8);
        target.Append(Connections.Provider(traits.Kind));
        target.Append("\",\"user_id\":"u8);

        // GitHub's and similar ids come as numbers (go-auth0 #691).
        var quoted = traits.Kind != ConnectionKind.GitHub;
        AppendQuote(target, quoted);
        users.AppendProviderId(target, traits);
        AppendQuote(target, quoted);
        target.Append(",\"connection\":\""u8);
        target.Append(Connections.Name(traits.Kind));
        target.Append("\",\"isSocial\":"u8);
        target.Append(traits.Kind is ConnectionKind.Google or ConnectionKind.GitHub ? "true}"u8 : "false}"u8);
        if (traits.HasLinkedIdentity)
        {
            target.Append(",{\"provider\":\"github\",\"user_id\":"u8);
            target.Append(200_000_000L + traits.Index);
            target.Append(",\"connection\":\"github\",\"isSocial\":true,\"profileData\":{\"name\":\"linked"u8);
            target.Append((long)traits.Index);
            target.Append("\"}}"u8);
        }

        target.Append((byte)']');
        return true;
    }

    private static bool AppendPath(Utf8Buffer target, string source, in UserTraits traits) => source switch
    {
        "identities[0].connection" => AppendQuoted(target, Connections.Name(traits.Kind)),
        "identities[0].provider" => AppendQuoted(target, Connections.Provider(traits.Kind)),
        "identities[0].isSocial" =>
            AppendFlag(target, traits.Kind is ConnectionKind.Google or ConnectionKind.GitHub),
        _ => false,
    };

    private static bool AppendMetadata(Utf8Buffer target, ReadOnlySpan<byte> start, in UserTraits traits)
    {
        target.Append(start);
        target.Append((long)traits.Index);
        target.Append("\"}"u8);
        return true;
    }

    private static bool AppendTime(Utf8Buffer target, long milliseconds)
    {
        if (milliseconds < 0)
        {
            return false;
        }

        target.Append((byte)'"');
        Instant.AppendTo(target, milliseconds);
        target.Append((byte)'"');
        return true;
    }

    private static bool AppendNumber(Utf8Buffer target, int number)
    {
        if (number < 0)
        {
            return false;
        }

        target.Append((long)number);
        return true;
    }

    private static void AppendQuote(Utf8Buffer target, bool quoted)
    {
        if (quoted)
        {
            target.Append((byte)'"');
        }
    }

    private static bool AppendQuoted(Utf8Buffer target, string plain)
    {
        target.Append((byte)'"');
        target.Append(plain);
        target.Append((byte)'"');
        return true;
    }

    private static bool AppendFlag(Utf8Buffer target, bool value) => AppendRaw(target, value ? "true"u8 : "false"u8);

    private static bool AppendRaw(Utf8Buffer target, ReadOnlySpan<byte> json)
    {
        target.Append(json);
        return true;
    }
}
