using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Auth0Connector.MockTenant.Http;

namespace Auth0Connector.MockTenant.Paging;

/// <summary>What a request asks for: a page by number, or so many rows after a cursor.</summary>
internal sealed record PageRequest(bool IsCheckpoint, int Start, int Size, bool IncludeTotals)
{
    /// <summary>The number of the page, for pages by number.</summary>
    public int Number { get; init; }

    private const int DefaultSize = 50;
    private const int MaximumRecords = 1000;

    /// <summary>Reads the query; false when the answer is a 400.</summary>
    public static bool TryRead(ApiCall call, PagingRules rules, [NotNullWhen(true)] out PageRequest? request)
    {
        request = null;
        var query = call.Target;
        var wantsCheckpoint = query.Has("take") || query.Has("from");

        // SDKs send include_totals with every listing; beside take it changes nothing.
        var wantsOffset = query.Has("page") || query.Has("per_page");
        if (wantsCheckpoint && !rules.HasCheckpoint)
        {
            call.InvalidQuery("Query validation error: 'Additional properties not allowed: take'.");
            return false;
        }

        if (wantsOffset && !rules.HasOffset)
        {
            call.InvalidQuery("Query validation error: 'Additional properties not allowed: page'.");
            return false;
        }

        var isRead = wantsCheckpoint || !rules.HasOffset
            ? TryReadCheckpoint(call, rules, out request)
            : TryReadOffset(call, rules, out request);
        request = call.Page = request is null ? null : call.Repage(request);
        return isRead && request is not null;
    }

    private static bool TryReadCheckpoint(ApiCall call, PagingRules rules, out PageRequest? request)
    {
        request = null;
        if (!TryNumber(call, rules, "take", DefaultSize, 1, out var take))
        {
            return false;
        }

        var start = 0;
        if (call.Target["from"] is { } from && !Cursor.TryRead(from, call.Target.Path, out start))
        {
            call.Fail(400, "The 'from' parameter is not a valid checkpoint.", "invalid_paging");
            return false;
        }

        request = new PageRequest(true, start, take, false);
        return true;
    }

    private static bool TryReadOffset(ApiCall call, PagingRules rules, out PageRequest? request)
    {
        request = null;
        if (!TryNumber(call, rules, "per_page", DefaultSize, 0, out var size)
            || !TryNumber(call, rules, "page", 0, 0, out var page))
        {
            return false;
        }

        // Asked before anything is counted: the page is refused even where the collection ends earlier.
        if (rules.HasCap && ((long)page * size) + size > MaximumRecords)
        {
            call.Fail(
                400,
                rules.CapMessage
                    ?? $"Requesting page {page} exceeds the allowed maximum of 1000 records. To fetch results beyond 1000, use the checkpoint pagination method.",
                "invalid_paging");
            return false;
        }

        request = new PageRequest(false, (int)Math.Min((long)page * size, int.MaxValue), size, call.Target.IsTrue("include_totals")) { Number = page };
        return true;
    }

    private static bool TryNumber(ApiCall call, PagingRules rules, string name, int fallback, int minimum, out int number)
    {
        number = fallback;
        if (call.Target[name] is not { } text)
        {
            return true;
        }

        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number))
        {
            call.InvalidQuery($"Query validation error: 'Expected type integer but found type string' on property {name}.");
            return false;
        }

        if (number < minimum)
        {
            call.InvalidQuery($"Query validation error: 'Value {number} is less than minimum {minimum}' on property {name}.");
            return false;
        }

        if (name == "page" || number <= rules.MaximumSize)
        {
            return true;
        }

        if (rules.LowersSize)
        {
            number = rules.MaximumSize;
            return true;
        }

        call.Fail(400, $"Query validation error: 'Value {number} is greater than maximum {rules.MaximumSize}' on property {name}.", "invalid_paging");
        return false;
    }
}
