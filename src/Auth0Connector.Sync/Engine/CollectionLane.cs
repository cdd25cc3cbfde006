using System.Diagnostics.CodeAnalysis;
using Auth0Connector.AccessFile.Staging;

namespace Auth0Connector.Sync.Engine;

/// <summary>The collections of one sort: those read now, and those to be read next.</summary>
internal sealed class CollectionLane(string kind, bool mayBeRefused)
{
    private int _running;
    private volatile bool _isAnswered = !mayBeRefused;

    public string Kind => kind;

    /// <summary>Tasks that are known and not begun. Touched by the dispatcher alone.</summary>
    public Queue<StagedTask> Ahead { get; } = new();

    /// <summary>Number of the last task that was taken from the file.</summary>
    public long Last { get; private set; }

    /// <summary>State of the list when nothing more was found in it for this lane.</summary>
    public long DryAt { get; set; } = -1;

    /// <summary>What the tenant may refuse is asked for once before the others of its kind follow.</summary>
    public bool HasRoom(int concurrency) => Running < (_isAnswered ? concurrency : 1);

    public int Running => Volatile.Read(ref _running);

    public void Add(IReadOnlyList<StagedTask> tasks)
    {
        foreach (var task in tasks)
        {
            Ahead.Enqueue(task);
            Last = task.Number;
        }
    }

    public bool TryTake([NotNullWhen(true)] out StagedTask? task)
    {
        if (!Ahead.TryDequeue(out task))
        {
            return false;
        }

        Interlocked.Increment(ref _running);
        return true;
    }

    /// <summary>The tenant has answered one of the kind; true where that was news.</summary>
    public bool Answered()
    {
        var isNews = !_isAnswered;
        _isAnswered = true;
        return isNews;
    }

    public void Ended() => Interlocked.Decrement(ref _running);
}
