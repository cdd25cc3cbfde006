using System.Globalization;

namespace Auth0Connector.MockTenant.Data;

/// <summary>What happened in the tenant since its start: writes of the Management API, and sign-ins that a test makes.</summary>
internal sealed class TenantLog(MockTenantOptions options)
{
    private readonly Lock _gate = new();
    private readonly List<LoggedLine> _lines = [];
    private long _last;

    /// <summary>The lines that are kept, in the order of their ids.</summary>
    public IReadOnlyList<LoggedLine> Kept
    {
        get
        {
            lock (_gate)
            {
                return [.. _lines];
            }
        }
    }

    /// <summary>Writes a line; the oldest fall out where more are there than the tenant keeps.</summary>
    public void Add(Func<string, DateTimeOffset, LoggedLine> line)
    {
        lock (_gate)
        {
            var now = options.Clock.GetUtcNow();
            // Digits of one length, so that they sort as texts do; the real ones are as long.
            var id = string.Create(CultureInfo.InvariantCulture, $"900{now:yyyyMMddHHmmss}{++_last:D12}");
            _lines.Add(line(id, now));
            if (_lines.Count > options.LogLines)
            {
                _lines.RemoveRange(0, _lines.Count - options.LogLines);
            }
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _lines.Clear();
        }
    }
}
