using Auth0Connector.Service.Protocol;

namespace Auth0Connector.Service.Tasks.Changes;

/// <summary>The latest actions of this process, for whoever asks after them; older ones and those of former processes are not known.</summary>
internal sealed class ActionRuns
{
    private const int MostKept = 1000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, GetActionStatusResponse> _known = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    /// <summary>Keeps the end of an action.</summary>
    public void Keep(InvokeActionResponse run)
    {
        lock (_gate)
        {
            while (_order.Count >= MostKept)
            {
                _known.Remove(_order.Dequeue());
            }

            _order.Enqueue(run.Id);
            _known[run.Id] = new GetActionStatusResponse { Id = run.Id, Name = run.Name, Status = run.Status, Response = run.Response };
        }
    }

    /// <summary>What became of an action; <see langword="null"/> where it is not known.</summary>
    public GetActionStatusResponse? Find(string id)
    {
        lock (_gate)
        {
            return _known.GetValueOrDefault(id)?.Clone();
        }
    }
}
