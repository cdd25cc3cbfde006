using Auth0Connector.ControlPlane.Calls;

namespace Auth0Connector.ControlPlane.Faults;

/// <summary>Which calls go wrong: those that a test names, then a share by chance.</summary>
public sealed class FaultPlan
{
    private readonly Lock _lock = new();
    private readonly List<Planned> _planned = [];
    private FaultShare? _share;

    /// <summary>The next so many calls of this kind go wrong, one after another.</summary>
    /// <param name="call">The kind of call.</param>
    /// <param name="fault">What goes wrong.</param>
    /// <param name="times">How often.</param>
    /// <param name="after">How many calls pass before.</param>
    /// <param name="taskId">Only calls for this task; every one where empty.</param>
    public void Next(CloudCall call, CloudFault fault, int times = 1, int after = 0, string taskId = "")
    {
        lock (_lock)
        {
            _planned.Add(new Planned(call, fault, taskId) { After = after, Left = times });
        }
    }

    /// <summary>Every call of this kind goes wrong, until <see cref="Clear"/>.</summary>
    public void Always(CloudCall call, CloudFault fault, string taskId = "") => Next(call, fault, int.MaxValue, 0, taskId);

    /// <summary>A share of all calls but Hello goes wrong, by a seed.</summary>
    /// <param name="seed">The same seed makes the same choice for the same order of calls of a kind.</param>
    /// <param name="share">0 to 1.</param>
    public void Share(int seed, double share)
    {
        lock (_lock)
        {
            _share = new FaultShare(seed, share);
        }
    }

    /// <summary>Nothing goes wrong any more.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _planned.Clear();
            _share = null;
        }
    }

    internal CloudFault? Take(CloudCall call, string taskId)
    {
        lock (_lock)
        {
            foreach (var planned in _planned.Where(planned => planned.Fits(call, taskId)))
            {
                if (planned.After > 0)
                {
                    planned.After--;
                    continue;
                }

                if (planned.Left != int.MaxValue && --planned.Left == 0)
                {
                    _planned.Remove(planned);
                }

                return planned.Fault;
            }

            return _share?.Take(call);
        }
    }

    private sealed record Planned(CloudCall Call, CloudFault Fault, string TaskId)
    {
        public int After { get; set; }

        public int Left { get; set; }

        public bool Fits(CloudCall call, string taskId) => call == Call && (TaskId.Length == 0 || TaskId == taskId);
    }
}
