using System.Security.Cryptography;

namespace Auth0Connector.ControlPlane.Identity;

/// <summary>The opaque tokens that were given, and how long they hold.</summary>
internal sealed class TokenStore(TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Given> _given = new(StringComparer.Ordinal);

    /// <summary>How a token stands.</summary>
    public enum Standing
    {
        Good,
        Unknown,
        Revoked,

        /// <summary>Run out, as it may where it holds no longer than the ten seconds in which it is to be renewed.</summary>
        RanOut,

        /// <summary>Run out, although there was time to renew it.</summary>
        Overdue,
    }

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _given.Count;
            }
        }
    }

    public string Give(TimeSpan lifetime)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        lock (_lock)
        {
            _given.Add(token, new Given(time.GetTimestamp(), lifetime));
        }

        return token;
    }

    public Standing Look(string token)
    {
        lock (_lock)
        {
            if (!_given.TryGetValue(token, out var given))
            {
                return Standing.Unknown;
            }

            return given.Revoked ? Standing.Revoked
                : time.GetElapsedTime(given.At) < given.Lifetime ? Standing.Good
                : given.Lifetime > TimeSpan.FromSeconds(11) ? Standing.Overdue
                : Standing.RanOut;
        }
    }

    /// <summary>The next call with any token given so far gets 16.</summary>
    public void RevokeAll()
    {
        lock (_lock)
        {
            foreach (var given in _given.Values)
            {
                given.Revoked = true;
            }
        }
    }

    private sealed class Given(long at, TimeSpan lifetime)
    {
        public long At => at;

        public TimeSpan Lifetime => lifetime;

        public bool Revoked { get; set; }
    }
}
