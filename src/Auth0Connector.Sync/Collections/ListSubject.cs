using Auth0Connector.AccessFile.Messages;
using Auth0Connector.AccessFile.Staging;
using Google.Protobuf;

namespace Auth0Connector.Sync.Collections;

/// <summary>What the list is about that a task reads: nothing but the tenant, a thing by its id, or one with its message in the task.</summary>
internal sealed class ListSubject : IDisposable
{
    private readonly Resource? _resource;
    private GrantRows? _rows;

    public ListSubject(StagedTask task)
    {
        Task = task;
        IsAtBeginning = task.Cursor is null;
        _resource = task.Payload.Length > 0 ? Resource.Parser.ParseFrom(task.Payload) : null;
    }

    public StagedTask Task { get; }

    public string Id => Task.Subject;

    public string? Cursor => Task.Cursor;

    /// <summary>Whether the next page is the first of the list.</summary>
    public bool IsAtBeginning { get; set; }

    /// <summary>The thing itself.</summary>
    public Resource Thing => _resource ?? throw new InvalidOperationException($"A task of {Task.Kind} without its subject's message.");

    /// <summary>The second thing that the task is about, whose id stands behind a space: Auth0's ids hold none.</summary>
    public string InsideId => Id[(Thing.Id.Resource.Length + 1)..];

    /// <summary>Rows of the grants of the thing.</summary>
    public GrantRows Grants => _rows ??= new GrantRows(Thing);

    /// <summary>The task of reading a list of a thing.</summary>
    public static StagedTask TaskFor(string kind, Resource thing) => new(kind, thing.Id.Resource) { Payload = thing.ToByteArray() };

    /// <summary>The task of reading a list of something inside the thing that a task is about.</summary>
    public static StagedTask TaskInside(string kind, StagedTask thing, string id) => new(kind, $"{thing.Subject} {id}") { Payload = thing.Payload };

    public void Dispose() => _rows?.Dispose();
}
