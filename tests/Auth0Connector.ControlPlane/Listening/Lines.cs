using System.Collections.Concurrent;
using Microsoft.AspNetCore.Connections;

namespace Auth0Connector.ControlPlane.Listening;

/// <summary>The open connections.</summary>
internal sealed class Lines
{
    private readonly ConcurrentDictionary<string, ConnectionContext> _open = new(StringComparer.Ordinal);

    public async Task HoldAsync(ConnectionContext line, ConnectionDelegate next)
    {
        _open[line.ConnectionId] = line;
        try
        {
            await next(line);
        }
        finally
        {
            _open.TryRemove(line.ConnectionId, out _);
        }
    }

    public void Cut(string id)
    {
        if (_open.TryGetValue(id, out var line))
        {
            line.Abort(new ConnectionAbortedException("cut on purpose"));
        }
    }

    public void CutAll()
    {
        foreach (var id in _open.Keys)
        {
            Cut(id);
        }
    }
}
