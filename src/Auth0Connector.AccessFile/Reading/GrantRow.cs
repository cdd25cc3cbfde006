using Auth0Connector.AccessFile.Failures;
using Auth0Connector.AccessFile.Messages;
using Google.Protobuf;

namespace Auth0Connector.AccessFile.Reading;

/// <summary>
/// A row of v1_grants. The columns say who holds what; the message adds sources and annotations. A slim grant, whose
/// message lacks entitlement or principal, is completed from the columns (format section 4).
/// </summary>
public sealed class GrantRow
{
    private readonly LazyMessage<Grant> _message;
    private readonly LazyMessage<GrantExpandable>? _expansion;
    private readonly RowPlace _place;
    private readonly bool _isBackfilled;
    private Grant? _complete;
    private GrantExpandable? _annotation;

    internal GrantRow(Row row, bool isBackfilled)
    {
        _place = row.Place;
        _isBackfilled = isBackfilled;
        RowId = row.Id;
        ResourceTypeId = row.Text(1);
        ResourceId = row.Text(2);
        EntitlementId = row.Text(3);
        PrincipalTypeId = row.Text(4);
        PrincipalId = row.Text(5);
        Id = row.Text(6);
        NeedsExpansion = row.Flag(8);
        _message = new LazyMessage<Grant>(row.Bytes(9), Grant.Parser, row.Place);
        _expansion = row.BytesOrNull(7) is { } expansion
            ? new LazyMessage<GrantExpandable>(expansion, GrantExpandable.Parser, row.Place)
            : null;
    }

    /// <summary>The row id.</summary>
    public long RowId { get; }

    /// <summary>The type of the resource that owns the entitlement.</summary>
    public string ResourceTypeId { get; }

    /// <summary>The bare id of the resource that owns the entitlement.</summary>
    public string ResourceId { get; }

    /// <summary>The entitlement that is held.</summary>
    public string EntitlementId { get; }

    /// <summary>The type of who holds it.</summary>
    public string PrincipalTypeId { get; }

    /// <summary>The bare id of who holds it.</summary>
    public string PrincipalId { get; }

    /// <summary>The id of the grant.</summary>
    public string Id { get; }

    /// <summary>Whether the row takes part in expansion; stays true afterwards.</summary>
    public bool NeedsExpansion { get; }

    /// <summary>The stored bytes.</summary>
    public ReadOnlyMemory<byte> Data => _message.Data;

    /// <summary>
    /// What else the holders of other entitlements get through this grant: from its column, or from the message in a sync
    /// whose grants were never backfilled. Null for a plain grant.
    /// </summary>
    public GrantExpandable? Expandable
    {
        get
        {
            _ = Message;
            return _expansion?.Value ?? _annotation;
        }
    }

    /// <summary>
    /// The stored message, completed from the columns and without <see cref="GrantExpandable"/>; decoded at first use.
    /// Throws <see cref="AccessFileException"/> when it does not decode.
    /// </summary>
    public Grant Message => _complete ??= Complete();

    private Grant Complete()
    {
        var grant = _message.Value;
        grant.Entitlement ??= new Entitlement
        {
            Id = EntitlementId,
            Resource = new Resource { Id = new ResourceId { ResourceType = ResourceTypeId, Resource = ResourceId } },
        };
        grant.Principal ??= new Resource
        {
            Id = new ResourceId { ResourceType = PrincipalTypeId, Resource = PrincipalId },
        };
        if (grant.Id.Length == 0)
        {
            grant.Id = Id;
        }

        if (!_isBackfilled)
        {
            TakeAnnotation(grant);
        }

        return grant;
    }

    private void TakeAnnotation(Grant grant)
    {
        try
        {
            _annotation = Annotation.Find<GrantExpandable>(grant.Annotations);
        }
        catch (InvalidProtocolBufferException exception)
        {
            throw _place.Corrupt(exception);
        }

        for (var i = grant.Annotations.Count - 1; i >= 0; i--)
        {
            if (Annotation.Is<GrantExpandable>(grant.Annotations[i]))
            {
                grant.Annotations.RemoveAt(i);
            }
        }
    }
}
