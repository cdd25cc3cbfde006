using Auth0Connector.AccessFile.Failures;
using Auth0Connector.AccessFile.Messages;

namespace Auth0Connector.AccessFile.Reading;

/// <summary>A row of v1_entitlements.</summary>
public sealed class EntitlementRow
{
    private readonly LazyMessage<Entitlement> _message;

    internal EntitlementRow(Row row)
    {
        RowId = row.Id;
        ResourceTypeId = row.Text(1);
        ResourceId = row.Text(2);
        Id = row.Text(3);
        _message = new LazyMessage<Entitlement>(row.Bytes(4), Entitlement.Parser, row.Place);
    }

    /// <summary>The row id.</summary>
    public long RowId { get; }

    /// <summary>The type of the resource that owns the entitlement.</summary>
    public string ResourceTypeId { get; }

    /// <summary>The bare id of the resource that owns the entitlement.</summary>
    public string ResourceId { get; }

    /// <summary>The id of the entitlement.</summary>
    public string Id { get; }

    /// <summary>The stored bytes.</summary>
    public ReadOnlyMemory<byte> Data => _message.Data;

    /// <summary>The stored message, decoded at first use; throws <see cref="AccessFileException"/> when it does not decode.</summary>
    public Entitlement Message => _message.Value;
}
