using Auth0Connector.AccessFile.Format;
using Auth0Connector.AccessFile.Messages;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.Sync.Mapping;
using Google.Protobuf;

namespace Auth0Connector.Sync.Collections;

/// <summary>
/// Rows of the grants of one resource, the same bytes as <see cref="GrantMapper.Of"/> gives. The copy of the resource that
/// each of them carries is serialised once.
/// </summary>
internal sealed class GrantRows(Resource resource) : IDisposable
{
    private readonly MessageWriter _writer = new();
    private readonly Dictionary<string, Beginning> _beginnings = new(StringComparer.Ordinal);

    public StagedGrant Of(string slug, string principalTypeId, string principalId, GrantExpandable? expandable = null)
    {
        if (!_beginnings.TryGetValue(slug, out var beginning))
        {
            _beginnings[slug] = beginning = Begin(slug);
        }

        var grantId = AccessIds.Grant(beginning.EntitlementId, principalTypeId, principalId);
        _writer.Clear();
        _writer.Nested(Grant.EntitlementFieldNumber, beginning.Entitlement);
        var principal = _writer.Begin(Grant.PrincipalFieldNumber);
        var identity = _writer.Begin(Resource.IdFieldNumber);
        _writer.Text(ResourceId.ResourceTypeFieldNumber, principalTypeId);
        _writer.Text(ResourceId.ResourceFieldNumber, principalId);
        _writer.End(identity);
        _writer.End(principal);
        _writer.Text(Grant.IdFieldNumber, grantId);
        return new StagedGrant(
            resource.Id.ResourceType,
            resource.Id.Resource,
            beginning.EntitlementId,
            principalTypeId,
            principalId,
            grantId,
            expandable?.ToByteArray(),
            _writer.Written.ToArray());
    }

    public void Dispose() => _writer.Dispose();

    private Beginning Begin(string slug)
    {
        var id = AccessIds.Entitlement(resource.Id.ResourceType, resource.Id.Resource, slug);
        return new Beginning(id, new Entitlement { Resource = resource, Id = id }.ToByteArray());
    }

    private readonly record struct Beginning(string EntitlementId, byte[] Entitlement);
}
