using Auth0Connector.AccessFile.Failures;
using Auth0Connector.AccessFile.Messages;

namespace Auth0Connector.AccessFile.Reading;

/// <summary>A row of v1_resource_types.</summary>
public sealed class ResourceTypeRow
{
    private readonly LazyMessage<ResourceType> _message;

    internal ResourceTypeRow(Row row)
    {
        RowId = row.Id;
        Id = row.Text(1);
        _message = new LazyMessage<ResourceType>(row.Bytes(2), ResourceType.Parser, row.Place);
    }

    /// <summary>The row id.</summary>
    public long RowId { get; }

    /// <summary>The id of the resource type.</summary>
    public string Id { get; }

    /// <summary>The stored bytes.</summary>
    public ReadOnlyMemory<byte> Data => _message.Data;

    /// <summary>The stored message, decoded at first use; throws <see cref="AccessFileException"/> when it does not decode.</summary>
    public ResourceType Message => _message.Value;
}
