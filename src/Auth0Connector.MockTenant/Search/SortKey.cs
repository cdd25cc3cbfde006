using System.Text;
using Auth0Connector.MockTenant.Users;

namespace Auth0Connector.MockTenant.Search;

/// <summary>What a person is sorted by; people without the attribute come last, ties go by index.</summary>
internal readonly record struct SortKey(bool IsMissing, long Number, string Text, int User, bool Descending)
{
    public static IComparer<SortKey> WorstFirst { get; } = Comparer<SortKey>.Create((left, right) => right.CompareTo(left));

    public static SortKey Of(UserDirectory users, QueryMatcher matcher, int user, SortOrder order)
    {
        users.TryGetOdd(user, out var odd);
        var traits = odd is null ? users.Traits(user) : default;
        if (order.Field.Kind is SearchKind.Text)
        {
            return matcher.TryGetText(order.Field.Attribute, odd, traits, out var text)
                ? new SortKey(false, 0, Encoding.UTF8.GetString(text), user, order.Descending)
                : new SortKey(true, 0, "", user, order.Descending);
        }

        var has = QueryMatcher.TryGetTime(order.Field.Attribute, odd, traits, out var value);
        return new SortKey(!has, value, "", user, order.Descending);
    }

    private int CompareTo(SortKey other)
    {
        if (IsMissing != other.IsMissing)
        {
            return IsMissing ? 1 : -1;
        }

        var order = Number != other.Number ? Number.CompareTo(other.Number) : string.CompareOrdinal(Text, other.Text);
        order = order == 0 ? User.CompareTo(other.User) : order;
        return Descending ? -order : order;
    }
}
