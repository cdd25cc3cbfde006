using Auth0Connector.MockTenant.Data;

namespace Auth0Connector.MockTenant.Users;

/// <summary>When people came: monotone in their index, so a range of time is a range of indices.</summary>
internal sealed class UserTimeline
{
    // Fixed, so that a tenant does not depend on the day it is started.
    private const long Begin = 1_420_070_400_000; // 2015-01-01
    public const long End = 1_780_272_000_000; // 2026-06-01

    private readonly ulong _seed;
    private readonly int _count;
    private readonly long _step;
    private readonly int _bulkFirst;
    private readonly int _bulkEnd;

    public UserTimeline(ulong seed, int count, int firstOrdinary, int bulk)
    {
        _seed = seed;
        _count = count;
        _step = (End - Begin) / Math.Max(count, 1);
        var size = Math.Clamp(bulk, 0, Math.Max(count - firstOrdinary, 0));
        _bulkFirst = firstOrdinary + ((count - firstOrdinary - size) / 2);
        _bulkEnd = _bulkFirst + size;
    }

    public bool IsBulk(int index) => index >= _bulkFirst && index < _bulkEnd;

    public long CreatedAt(int index)
    {
        var slot = IsBulk(index) ? _bulkFirst : index;
        return Begin + (slot * _step) + (long)(Mixing.Hash(_seed, (uint)slot) % (ulong)_step);
    }

    /// <summary>The first index whose person came at or after the time.</summary>
    public int FirstAtOrAfter(long milliseconds)
    {
        var low = 0;
        var high = _count;
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (CreatedAt(middle) < milliseconds)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
