using System.Collections.Concurrent;

namespace Auth0Connector.AccessFile.Container;

/// <summary>
/// Threads that unpack frames, begun with the first one. Not those of the pool, of which there may be as few as processors, one of
/// them waiting for a frame.
/// </summary>
internal sealed class FrameWorkers : IDisposable
{
    private readonly BlockingCollection<FrameSlot> _queue = [];
    private readonly List<Thread> _threads = [];

    public void Add(FrameSlot slot)
    {
        if (_threads.Count < FrameEncoder.Workers)
        {
            var thread = new Thread(Work) { IsBackground = true, Name = "unpacking" };
            thread.Start();
            _threads.Add(thread);
        }

        _queue.Add(slot);
    }

    /// <summary>Waits for what was begun.</summary>
    public void Dispose()
    {
        _queue.CompleteAdding();
        _threads.ForEach(static thread => thread.Join());
        _queue.Dispose();
    }

    private void Work()
    {
        foreach (var slot in _queue.GetConsumingEnumerable())
        {
            slot.Unpack();
        }
    }
}
