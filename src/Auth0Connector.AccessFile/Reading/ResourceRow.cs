using Auth0Connector.AccessFile.Failures;
using Auth0Connector.AccessFile.Messages;

namespace Auth0Connector.AccessFile.Reading;

/// <summary>A row of v1_resources.</summary>
public sealed class ResourceRow
{
    private readonly LazyMessage<Resource> _message;

    internal ResourceRow(Row row)
    {
        RowId = row.Id;
        ResourceTypeId = row.Text(1);
        ExternalId = row.Text(2);
        ParentResourceTypeId = row.TextOrNull(3);
        ParentResourceId = row.TextOrNull(4);
        _message = new LazyMessage<Resource>(row.Bytes(5), Resource.Parser, row.Place);
    }

    /// <summary>The row id.</summary>
    public long RowId { get; }

    /// <summary>The type of the resource.</summary>
    public string ResourceTypeId { get; }

    /// <summary><c>type:id</c>, by which readers look a resource up (format section 2.3).</summary>
    public string ExternalId { get; }

    /// <summary>The bare id: what follows <c>type:</c>, or the message's own id when the column is not of that form.</summary>
    public string ResourceId => HasPlainExternalId ? ExternalId[(ResourceTypeId.Length + 1)..] : Message.Id?.Resource ?? ExternalId;

    /// <summary>The type of the parent; null without one.</summary>
    public string? ParentResourceTypeId { get; }

    /// <summary>The bare id of the parent; null without one.</summary>
    public string? ParentResourceId { get; }

    /// <summary>The stored bytes.</summary>
    public ReadOnlyMemory<byte> Data => _message.Data;

    /// <summary>The stored message, decoded at first use; throws <see cref="AccessFileException"/> when it does not decode.</summary>
    public Resource Message => _message.Value;

    private bool HasPlainExternalId =>
        ExternalId.Length > ResourceTypeId.Length
        && ExternalId[ResourceTypeId.Length] == ':'
        && ExternalId.StartsWith(ResourceTypeId, StringComparison.Ordinal);
}
