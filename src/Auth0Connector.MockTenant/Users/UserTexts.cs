using System.Globalization;
using Auth0Connector.MockTenant.Data;

namespace Auth0Connector.MockTenant.Users;

/// <summary>The texts of ordinary people. None of them needs escaping in JSON.</summary>
internal sealed class UserTexts(ulong seed)
{
    private const int GitHubBase = 1_000_003;
    private const int GitHubStep = 37;

    private readonly ulong _key = Mixing.Hash(seed, 0x1D);
    private readonly NameTable _names = new();

    public static bool Has(UserField field, in UserTraits traits) => field switch
    {
        UserField.UserId => true,
        UserField.Email => traits.HasEmail,
        UserField.Username => traits.HasUsername,
        UserField.PhoneNumber => traits.HasPhone,
        UserField.Name => traits.HasName || traits.HasPhone,
        UserField.Nickname => !traits.HasPhone,
        UserField.GivenName or UserField.FamilyName => traits.HasName && !traits.HasPhone,
        UserField.Picture => true,
        UserField.LastIp => traits.LastLogin >= 0,
        _ => false,
    };

    public void Append(Utf8Buffer target, UserField field, in UserTraits traits)
    {
        switch (field)
        {
            case UserField.UserId:
                AppendId(target, traits);
                break;
            case UserField.Name when traits.HasPhone:
            case UserField.PhoneNumber:
                target.Append("+1555"u8);
                target.AppendDigits((ulong)traits.Index, 7);
                break;
            case UserField.Name:
                target.Append(_names.Given(traits.GivenHash).Display);
                target.Append((byte)' ');
                target.Append(_names.Family(traits.FamilyHash).Display);
                break;
            case UserField.GivenName:
                target.Append(_names.Given(traits.GivenHash).Display);
                break;
            case UserField.FamilyName:
                target.Append(_names.Family(traits.FamilyHash).Display);
                break;
            case UserField.Nickname:
            case UserField.Username:
                target.Append(_names.Given(traits.GivenHash).Slug);
                target.Append(traits.Index);
                break;
            case UserField.LastIp:
                target.Append("198.51.100."u8);
                target.Append((long)(traits.Hash >> 56));
                break;
            case UserField.Picture:
                target.Append("https://s.gravatar.com/avatar/"u8);
                target.AppendHex(traits.Hash, 16);
                target.Append("?s=480"u8);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(field), field, null);
        }
    }

    public void AppendEmail(Utf8Buffer target, in UserTraits owner)
    {
        AppendLocalPart(target, owner);
        target.Append((owner.Hash % 3) switch
        {
            0 => "@mail.example"u8,
            1 => "@acme.example"u8,
            _ => "@corp.example"u8,
        });
    }

    /// <summary>The provider's own id: what follows the provider, or the provider and connection, in user_id.</summary>
    public void AppendProviderId(Utf8Buffer target, in UserTraits traits)
    {
        var code = Mixing.Mix(_key + (uint)traits.Index);
        switch (traits.Kind)
        {
            case ConnectionKind.Google:
                target.Append((byte)'1');
                target.AppendDigits(code, 20);
                break;
            case ConnectionKind.GitHub:
                target.Append(GitHubBase + ((long)traits.Index * GitHubStep));
                break;
            case ConnectionKind.Saml:
                target.Append("acme-saml|"u8);
                AppendLocalPart(target, traits);
                target.Append("@idp.example"u8);
                break;
            default:
                target.AppendHex(code, 16);
                target.AppendHex(Mixing.Mix(code ^ _key), 8);
                break;
        }
    }

    /// <summary>The index that an id claims to come from; the caller must make the id again and compare.</summary>
    public long IndexFromId(string id)
    {
        var separator = id.IndexOf('|', StringComparison.Ordinal);
        var rest = id.AsSpan(separator + 1);
        switch (separator < 0 ? "" : id[..separator])
        {
            case "google-oauth2" when rest.Length == 21 && ulong.TryParse(rest[1..], NumberStyles.None, null, out var code):
                return FromCode(code);
            case "github" when long.TryParse(rest, NumberStyles.None, null, out var number):
                return (number - GitHubBase) / GitHubStep;
            case "samlp":
                var end = rest.IndexOf('@');
                var begin = end;
                while (begin > 0 && char.IsAsciiDigit(rest[begin - 1]))
                {
                    begin--;
                }

                return end > 0 && int.TryParse(rest[begin..end], NumberStyles.None, null, out var index) ? index : -1;
            case "auth0" or "waad" or "sms" or "email" when rest.Length == 24
                && ulong.TryParse(rest[..16], NumberStyles.AllowHexSpecifier, null, out var hex):
                return FromCode(hex);
            default:
                return -1;
        }
    }

    private long FromCode(ulong code)
    {
        var index = Mixing.Unmix(code) - _key;
        return index <= int.MaxValue ? (long)index : -1;
    }

    private void AppendId(Utf8Buffer target, in UserTraits traits)
    {
        target.Append(Connections.Provider(traits.Kind));
        target.Append((byte)'|');
        AppendProviderId(target, traits);
    }

    private void AppendLocalPart(Utf8Buffer target, in UserTraits traits)
    {
        target.Append(_names.Given(traits.GivenHash).Slug);
        target.Append((byte)'.');
        target.Append(_names.Family(traits.FamilyHash).Slug);
        target.Append(traits.Index);
    }
}
