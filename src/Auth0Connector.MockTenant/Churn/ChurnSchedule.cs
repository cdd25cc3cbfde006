using Auth0Connector.MockTenant.Data;

namespace Auth0Connector.MockTenant.Churn;

/// <summary>Says when the tenant changes, by the number of the request, so that a schedule can be had again.</summary>
internal sealed class ChurnSchedule
{
    private static readonly MockChangeKind[] Kinds = Enum.GetValues<MockChangeKind>();

    private readonly MockTenantOptions _options;
    private readonly TenantModel _model;
    private readonly Churner _churner;
    private readonly ChurnRecord _record;
    private readonly ulong _seed;
    private long _requests;
    private long _changes;

    public ChurnSchedule(MockTenantOptions options, TenantModel model, ChurnRecord record)
    {
        _options = options;
        _model = model;
        _record = record;
        _churner = new Churner(options, model);
        _seed = Mixing.Hash((ulong)(options.ChurnSeed == 0 ? options.Seed : options.ChurnSeed), 0xC4);
    }

    /// <summary>Changes what is due before the next request is answered.</summary>
    public void Next()
    {
        if (!_options.IsChurned)
        {
            return;
        }

        lock (_model.Writing)
        {
            var request = _requests++;
            foreach (var change in _options.Changes.Where(x => x.Request == request))
            {
                Apply(change);
            }

            for (var due = (request + 1) * _options.Churn / 100; _changes < due;)
            {
                Apply(new MockChange(request, Kinds[Mixing.Hash(_seed, (ulong)_changes) % (ulong)Kinds.Length]));
            }
        }
    }

    /// <summary>Begins anew, after everything that was written was forgotten.</summary>
    public void Reset()
    {
        lock (_model.Writing)
        {
            (_requests, _changes) = (0, 0);
            _record.Start();
        }
    }

    private void Apply(MockChange change)
    {
        _churner.Apply(change, Mixing.Hash(~_seed, (ulong)_changes++));
        _record.Observe();
    }
}
