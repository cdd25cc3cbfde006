using System.Text;
using Auth0Connector.MockTenant.Data;
using Auth0Connector.MockTenant.Users;

namespace Auth0Connector.MockTenant.Search;

/// <summary>Decides whether a person matches. One matcher serves one query at a time: it reuses its buffer.</summary>
internal sealed class QueryMatcher(UserDirectory users)
{
    private readonly Utf8Buffer _text = new(256);

    public bool Matches(QueryNode node, int user) => users.TryGetOdd(user, out var odd)
        ? Matches(node, odd, default)
        : Matches(node, null, users.Traits(user));

    public static bool TryGetTime(UserField field, OddUser? odd, in UserTraits traits, out long value)
    {
        value = odd is not null
            ? field switch
            {
                UserField.CreatedAt => odd.Created,
                UserField.LoginsCount => odd.Number("logins_count"),
                _ => odd.Time(UserFields.NameOf(field)),
            }
            : field switch
            {
                UserField.CreatedAt => traits.Created,
                UserField.UpdatedAt => traits.Updated,
                UserField.LastLogin => traits.LastLogin,
                _ => traits.Logins,
            };
        return value >= 0;
    }

    /// <summary>Fills the buffer with a text; false when the person has none.</summary>
    public bool TryGetText(UserField field, OddUser? odd, in UserTraits traits, out ReadOnlySpan<byte> text)
    {
        _text.Clear();
        text = default;
        if (odd is not null)
        {
            if (odd.Text(UserFields.NameOf(field)) is not { } value)
            {
                return false;
            }

            _text.Append(value);
        }
        else if (UserDirectory.HasText(field, traits))
        {
            users.AppendText(_text, field, traits);
        }
        else
        {
            return false;
        }

        text = _text.Written;
        return true;
    }

    private bool Matches(QueryNode node, OddUser? odd, in UserTraits traits) => node switch
    {
        QueryNode.Everything => true,
        QueryNode.And(var left, var right) => Matches(left, odd, traits) && Matches(right, odd, traits),
        QueryNode.Or(var left, var right) => Matches(left, odd, traits) || Matches(right, odd, traits),
        QueryNode.Not(var inner) => !Matches(inner, odd, traits),
        QueryNode.Exists(var field) => Exists(field, odd, traits),
        QueryNode.Range(var field, var low, var high) =>
            TryGetTime(field.Attribute, odd, traits, out var value) && value >= low && value <= high,
        QueryNode.Term term => MatchesTerm(term, odd, traits),
        _ => false,
    };

    private bool Exists(SearchField field, OddUser? odd, in UserTraits traits) => field.Kind switch
    {
        SearchKind.Time or SearchKind.Number => TryGetTime(field.Attribute, odd, traits, out _),
        SearchKind.Text => TryGetText(field.Attribute, odd, traits, out _),
        SearchKind.Flag => Flag(field, odd, traits) is not null,
        _ => odd is null || odd.FirstIdentity("connection") is not null,
    };

    private bool MatchesTerm(QueryNode.Term term, OddUser? odd, in UserTraits traits)
    {
        switch (term.Field.Kind)
        {
            case SearchKind.Flag:
                return Flag(term.Field, odd, traits) is { } flag && term.Value.AsSpan().SequenceEqual(flag ? "true"u8 : "false"u8);
            case SearchKind.Connection:
                var connection = odd is null ? Connections.Name(traits.Kind) : odd.FirstIdentity("connection");
                return connection is not null && Compare(term, Encoding.UTF8.GetBytes(connection));
            case SearchKind.Provider:
                var provider = odd is null ? Connections.Provider(traits.Kind) : odd.FirstIdentity("provider");
                return provider is not null && Compare(term, Encoding.UTF8.GetBytes(provider));
            default:
                return TryGetText(term.Field.Attribute, odd, traits, out var text)
                    && Compare(term, term.Field.IgnoresCase ? Lower(text) : text);
        }
    }

    private static bool Compare(QueryNode.Term term, ReadOnlySpan<byte> value) =>
        term.IsPrefix ? value.StartsWith(term.Value) : value.SequenceEqual(term.Value);

    private static ReadOnlySpan<byte> Lower(ReadOnlySpan<byte> text) =>
        Ascii.IsValid(text) && !text.ContainsAnyInRange((byte)'A', (byte)'Z')
            ? text
            : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(text).ToLowerInvariant());

    private static bool? Flag(SearchField field, OddUser? odd, in UserTraits traits)
    {
        if (odd is not null)
        {
            return odd.Flag(field.Name);
        }

        return field.Attribute == UserField.Blocked ? traits.Blocked : traits.HasEmail ? traits.EmailVerified : null;
    }
}
