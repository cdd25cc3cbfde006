using System.Globalization;
using System.Text;

namespace Auth0Connector.MockTenant.Search;

/// <summary>
/// The part of the user search's Lucene syntax that a reader of a whole tenant needs (auth0.com/docs, user search
/// query syntax): ranges, whole values, prefixes, existence, AND, OR, NOT and parentheses.
/// </summary>
internal sealed class QueryParser
{
    private const int MaximumDepth = 50;
    private const int MostDecimals = 7;

    private static readonly string[] TimeLayouts =
    [
        "yyyy", "yyyy-MM", "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'",
    ];

    private readonly QueryScanner _scanner;
    private int _depth;

    private QueryParser(string query) => _scanner = new QueryScanner(query);

    public static QueryNode Parse(string query)
    {
        if (string.IsNullOrWhiteSpace(query) || query.Trim() is "*" or "*:*")
        {
            return new QueryNode.Everything();
        }

        var parser = new QueryParser(query);
        var node = parser.ParseOr();
        return parser._scanner.AtEnd ? node : throw parser._scanner.Error("an operator expected");
    }

    private QueryNode ParseOr()
    {
        if (++_depth > MaximumDepth)
        {
            throw _scanner.Error("too deeply nested");
        }

        var left = ParseAnd();
        while (_scanner.TryTakeWord("OR") || _scanner.TryTakeWord("||"))
        {
            left = new QueryNode.Or(left, ParseAnd());
        }

        _depth--;
        return left;
    }

    private QueryNode ParseAnd()
    {
        var left = ParseNot();
        while (_scanner.TryTakeWord("AND") || _scanner.TryTakeWord("&&"))
        {
            left = new QueryNode.And(left, ParseNot());
        }

        return left;
    }

    private QueryNode ParseNot()
    {
        _scanner.SkipSpace();
        if (_scanner.TryTakeWord("NOT") || _scanner.TryTake('-') || _scanner.TryTake('!'))
        {
            if (++_depth > MaximumDepth)
            {
                throw _scanner.Error("too deeply nested");
            }

            var negated = new QueryNode.Not(ParseNot());
            _depth--;
            return negated;
        }

        QueryNode node;
        if (_scanner.TryTake('('))
        {
            node = ParseOr();
            _scanner.Expect(')');
        }
        else
        {
            node = ParseClause();
        }

        _scanner.SkipSpace();
        return node;
    }

    private QueryNode ParseClause()
    {
        var name = _scanner.TakeFieldName();
        _scanner.Expect(':');
        if (name == "_exists_")
        {
            return new QueryNode.Exists(SearchField.Find(_scanner.TakeValue().Value));
        }

        var field = SearchField.Find(name);
        if (_scanner.Current is '[' or '{')
        {
            return ParseRange(field);
        }

        var (value, star) = _scanner.TakeValue();
        if (value.Length == 0)
        {
            return star ? new QueryNode.Exists(field) : throw _scanner.Error("a value expected");
        }

        if (field.Kind is SearchKind.Time or SearchKind.Number)
        {
            var exact = ReadBound(field, value);
            return new QueryNode.Range(field, exact, exact);
        }

        return new QueryNode.Term(field, Encoding.UTF8.GetBytes(field.IgnoresCase ? value.ToLowerInvariant() : value), star);
    }

    private QueryNode.Range ParseRange(SearchField field)
    {
        var includesLow = _scanner.TryTake('[');
        if (!includesLow)
        {
            _scanner.Expect('{');
        }

        _scanner.SkipSpace();
        var (low, lowOpen) = _scanner.TakeValue();
        _scanner.SkipSpace();
        if (!_scanner.TryTakeWord("TO"))
        {
            throw _scanner.Error("TO expected");
        }

        _scanner.SkipSpace();
        var (high, highOpen) = _scanner.TakeValue();
        _scanner.SkipSpace();
        var includesHigh = _scanner.TryTake(']');
        if (!includesHigh)
        {
            _scanner.Expect('}');
        }

        if (field.Kind is not (SearchKind.Time or SearchKind.Number))
        {
            throw _scanner.Error($"the mock tenant imitates no range of {field.Name}");
        }

        // Whole milliseconds and whole numbers: an excluded end is the neighbour included.
        return new QueryNode.Range(
            field,
            lowOpen && low.Length == 0 ? 0 : ReadBound(field, low) + (includesLow ? 0 : 1),
            highOpen && high.Length == 0 ? long.MaxValue : ReadBound(field, high) - (includesHigh ? 0 : 1));
    }

    // .NET reads seven decimals; the real Go connector sends nine.
    private static string WithoutRest(string time)
    {
        var point = time.IndexOf('.', StringComparison.Ordinal);
        var end = point < 0 || !time.EndsWith('Z') ? -1 : time.Length - 1;
        return end - point > MostDecimals + 1 && time.AsSpan(point + 1, end - point - 1).IndexOfAnyExceptInRange('0', '9') < 0
            ? $"{time[..(point + 1 + MostDecimals)]}Z"
            : time;
    }

    private long ReadBound(SearchField field, string value)
    {
        if (field.Kind == SearchKind.Number)
        {
            return long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                ? number
                : throw _scanner.Error($"'{value}' is no number");
        }

        return DateTimeOffset.TryParseExact(
            WithoutRest(value),
            TimeLayouts,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var time)
            ? time.ToUnixTimeMilliseconds()
            : throw _scanner.Error($"'{value}' is no time");
    }
}
