namespace Auth0Connector.MockTenant.Churn;

/// <summary>Keeps what was there all the time and what ever was, from one change to the next.</summary>
internal sealed class ChurnRecord(MockTenantOptions options, TenantTruth truth)
{
    private volatile Spans? _spans;

    /// <summary>What was there from the start, or the last reset, until now.</summary>
    public TruthSpan Throughout => _spans?.Throughout ?? TruthSpan.Of(truth);

    /// <summary>What was there at some time since the start, or the last reset.</summary>
    public TruthSpan Ever => _spans?.Ever ?? TruthSpan.Of(truth);

    public void Start()
    {
        if (options.IsChurned)
        {
            var now = TruthSpan.Of(truth);
            _spans = new Spans(now, now);
        }
    }

    public void Observe()
    {
        if (_spans is { } spans)
        {
            var now = TruthSpan.Of(truth);
            _spans = new Spans(spans.Throughout.And(now), spans.Ever.Or(now));
        }
    }

    private sealed record Spans(TruthSpan Throughout, TruthSpan Ever);
}
