using Auth0Connector.MockTenant.Http;

namespace Auth0Connector.MockTenant.Dialects;

/// <summary>Stands between the true answer and the wire: the one place where a tenant becomes odd.</summary>
internal sealed class DialectLayer(MockTenantOptions options, DialectTenant tenant)
{
    private readonly IReadOnlyList<(Dialect Dialect, string? Listing)> _spoken = Spoken(options.Dialects);

    /// <summary>Has the endpoint answer, and the dialects before and after it.</summary>
    public async Task AnswerAsync(ApiCall call, Route route, CancellationToken cancellationToken)
    {
        var listing = _spoken.Count == 0 ? null : MockListings.Of(route.Name, call.Target["type"] == "organization");
        var heard = listing is null ? [] : _spoken.Where(x => IsHeard(x, listing)).Select(static x => x.Dialect).Distinct().ToList();
        if (listing is null || heard.Count == 0)
        {
            await route.HandleAsync(call, cancellationToken);
            return;
        }

        var odd = new OddCall(call, listing, route.Name, tenant);
        heard.ForEach(dialect => dialect.Ask?.Invoke(odd));
        call.Repage = page => heard.Aggregate(page, (now, dialect) => dialect.Repage?.Invoke(odd, now) ?? now);
        if (!heard.Exists(dialect => dialect.Instead?.Invoke(odd) == true))
        {
            await route.HandleAsync(call, cancellationToken);
        }

        if (call.Status is 200 or 201)
        {
            heard.ForEach(dialect => dialect.Rewrite?.Invoke(odd));
            odd.Finish();
        }
    }

    private static bool IsHeard((Dialect Dialect, string? Listing) spoken, MockListing listing) =>
        spoken.Listing is { } only ? only == listing.Name : spoken.Dialect.Places.Hold(listing);

    // In the table's order, whatever the order of the options: fields before pages before whole answers.
    private static List<(Dialect, string?)> Spoken(IReadOnlyList<string> texts)
    {
        var named = texts.Select(MockDialects.Split).ToLookup(static x => x.Name, static x => x.Listing, StringComparer.Ordinal);
        return [.. DialectTable.All.SelectMany(dialect => named[dialect.Name].Select(listing => (dialect, listing)))];
    }
}
