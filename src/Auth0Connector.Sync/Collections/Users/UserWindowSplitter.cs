using System.Globalization;
using Auth0Connector.ManagementApi;
using Auth0Connector.ManagementApi.Failures;
using Auth0Connector.ManagementApi.Records;

namespace Auth0Connector.Sync.Collections.Users;

/// <summary>Cuts a window that holds more than search can list into windows that together hold everybody in it.</summary>
internal sealed class UserWindowSplitter(ManagementApiClient api)
{
    // Cutting for half of what search can list leaves room for crowds, so that few windows are cut again.
    private const int AimedAt = UsersSyncer.SearchCap / 2;
    private const int MostSlices = 64;

    // Beyond this many clauses a query grows too long (414), and a tenant that ignores them would never be done.
    private const int MostConditions = 48;

    /// <summary>The parts, the requests it took, and which forms of query the tenant refused; no parts when nothing divides the window.</summary>
    public async Task<UserWindowSplit> SplitAsync(UserWindow window, long total, IReadOnlyList<UserRecord> sample, CancellationToken cancellationToken)
    {
        var split = new UserWindowSplit();
        for (var current = window; current.Dimension < UserDimension.InOrder.Count && current.Conditions.Count < MostConditions; current = Next(current))
        {
            var dimension = UserDimension.InOrder[current.Dimension];
            if (dimension.Kind == UserDimensionKind.BothEnds)
            {
                return split;
            }

            try
            {
                var parts = await DivideAsync(current, dimension, total, sample, split, cancellationToken);
                if (parts.Count > 0 && await DividesAsync(parts, total, current.Dimension, split, cancellationToken))
                {
                    split.Parts = parts;
                    return split;
                }
            }
            catch (ManagementApiException refused) when (refused.Kind == ManagementApiErrorKind.BadRequest)
            {
                split.Refused.Add(dimension.Field);
            }
        }

        return split;
    }

    private async Task<IReadOnlyList<UserWindow>> DivideAsync(
        UserWindow window,
        UserDimension dimension,
        long total,
        IReadOnlyList<UserRecord> sample,
        UserWindowSplit split,
        CancellationToken cancellationToken) => dimension.Kind switch
        {
            UserDimensionKind.Value => ByValue(window, dimension, sample),
            UserDimensionKind.Prefix => ByPrefix(window, dimension, sample),
            _ when window is { Low: { } low, High: { } high } => Slices(window, low, high, total),
            _ => await WithinBoundsAsync(window, dimension.Field, total, split, cancellationToken),
        };

    // The range's ends are looked up; what lies outside them meanwhile, or has no such field, gets a window as well.
    private async Task<IReadOnlyList<UserWindow>> WithinBoundsAsync(
        UserWindow window,
        string field,
        long total,
        UserWindowSplit split,
        CancellationToken cancellationToken)
    {
        if (await BoundsAsync(window, split, cancellationToken) is not var (low, high))
        {
            return [];
        }

        // A range open at one end was bounded once already: nothing new would come of it.
        if (window.Low is not null || window.High is not null)
        {
            return Slices(window, window.Low ?? low, window.High ?? (high + 1), total);
        }

        return
        [
            .. Slices(window, low, high + 1, total, evenWhole: true),
            window with { Low = null, High = low },
            window with { Low = high + 1, High = null },
            Narrow(window, SearchClause.Missing(field)) with { Dimension = window.Dimension + 1 },
        ];
    }

    /// <summary>The earliest and the latest value of everybody in a window; <see langword="null"/> where the tenant does not say.</summary>
    public async Task<(long Low, long High)?> BoundsAsync(UserWindow window, UserWindowSplit split, CancellationToken cancellationToken)
    {
        var dimension = UserDimension.InOrder[window.Dimension];
        var lowest = await BoundAsync(window, dimension, "1", split, cancellationToken);
        var highest = await BoundAsync(window, dimension, "-1", split, cancellationToken);
        return lowest is { } low && highest is { } high && low <= high ? (low, high) : null;
    }

    private async Task<long?> BoundAsync(UserWindow window, UserDimension dimension, string direction, UserWindowSplit split, CancellationToken cancellationToken)
    {
        var query = Narrow(window, $"_exists_:{dimension.Field}").Query;
        var page = await api.PeekUsersAsync(query, $"{dimension.Field}:{direction}", cancellationToken);
        split.Requests += page.Requests;
        return page.Items.Count > 0 && dimension.Read(page.Items[0]) is { } text
            ? long.Parse(text, CultureInfo.InvariantCulture)
            : null;
    }

    // A tenant that passes a clause over answers every part with everybody, and would be cut for ever. In order of creation
    // the people themselves show it.
    private async Task<bool> DividesAsync(IReadOnlyList<UserWindow> parts, long total, int dimension, UserWindowSplit split, CancellationToken cancellationToken)
    {
        var last = await CountAsync(parts[^1], split, cancellationToken);
        if (dimension == 0 || last < total || await CountAsync(parts[0], split, cancellationToken) < total)
        {
            return true;
        }

        split.Refused.Add(UserDimension.InOrder[dimension].Field);
        return false;
    }

    private async Task<long> CountAsync(UserWindow part, UserWindowSplit split, CancellationToken cancellationToken)
    {
        var page = await api.PeekUsersAsync(part.Query, sort: null, cancellationToken);
        split.Requests += page.Requests;
        return page.StatedTotal ?? 0;
    }

    private static List<UserWindow> Slices(UserWindow window, long low, long high, long total, bool evenWhole = false)
    {
        if (high - low <= 1)
        {
            return evenWhole && high > low ? [window with { Low = low, High = high }] : [];
        }

        var count = Math.Min(Math.Clamp(((total - 1) / AimedAt) + 1, 2, MostSlices), high - low);
        var slices = new List<UserWindow>((int)count);
        for (long i = 0; i < count; i++)
        {
            slices.Add(window with { Low = At(i), High = At(i + 1) });
        }

        return slices;
        long At(long slice) => low + (long)((Int128)(high - low) * slice / count);
    }

    private static List<UserWindow> ByValue(UserWindow window, UserDimension dimension, IReadOnlyList<UserRecord> sample)
    {
        var clauses = sample.Select(dimension.Read).Where(static value => !string.IsNullOrEmpty(value)).Distinct(StringComparer.Ordinal)
            .Select(value => SearchClause.Equal(dimension.Field, value!))
            .ToList();
        return clauses.Count == 0
            ? []
            :
            [
                .. clauses.Select(clause => Narrow(window, clause) with { Dimension = window.Dimension + 1 }),
                Narrow(window, SearchClause.None(clauses)),
            ];
    }

    private static List<UserWindow> ByPrefix(UserWindow window, UserDimension dimension, IReadOnlyList<UserRecord> sample)
    {
        var longer = sample.Select(dimension.Read)
            .Where(value => value is not null && value.Length > window.Prefix.Length && value.StartsWith(window.Prefix, StringComparison.Ordinal))
            .Select(value => value![..NextCharacter(value!, window.Prefix.Length)])
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return longer.Count == 0
            ? []
            :
            [
                .. longer.Select(prefix => Narrow(window, SearchClause.Prefix(dimension.Field, prefix)) with { Prefix = prefix }),
                Narrow(window, SearchClause.None(longer.Select(prefix => SearchClause.Prefix(dimension.Field, prefix)))),
            ];
    }

    // Half a surrogate pair is no prefix of anything.
    private static int NextCharacter(string text, int at) =>
        at + (char.IsHighSurrogate(text[at]) && at + 1 < text.Length ? 2 : 1);

    private static UserWindow Narrow(UserWindow window, string clause)
    {
        var folded = Fold(window);
        return folded with { Conditions = [.. folded.Conditions, clause] };
    }

    private static UserWindow Next(UserWindow window) => Fold(window) with { Dimension = window.Dimension + 1, Prefix = "" };

    // What was a range becomes a condition, so that another dimension can divide the window.
    private static UserWindow Fold(UserWindow window) => window.Low is null && window.High is null
        ? window
        : window with { Conditions = [window.Query!], Low = null, High = null };
}

/// <summary>What came of cutting a window.</summary>
internal sealed class UserWindowSplit
{
    public IReadOnlyList<UserWindow> Parts { get; set; } = [];

    public long Requests { get; set; }

    public List<string> Refused { get; } = [];
}
