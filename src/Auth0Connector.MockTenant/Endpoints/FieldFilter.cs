using Auth0Connector.MockTenant.Http;

namespace Auth0Connector.MockTenant.Endpoints;

/// <summary>The <c>fields</c> and <c>include_fields</c> parameters.</summary>
internal sealed class FieldFilter
{
    private readonly HashSet<string>? _names;
    private readonly bool _include;

    public FieldFilter(RequestTarget target)
    {
        if (target["fields"] is { Length: > 0 } fields)
        {
            _names = fields.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .ToHashSet(StringComparer.Ordinal);
        }

        _include = target["include_fields"] is not "false";
    }

    /// <summary>The names given, or null when there are none.</summary>
    public IReadOnlySet<string>? Names => _names;

    /// <summary>True when the names are the ones to leave out.</summary>
    public bool Excludes => !_include;

    /// <summary>Whether an attribute that comes by default is wanted.</summary>
    public bool Wants(string name) => _names is null || _names.Contains(name) == _include;

    /// <summary>Whether an attribute that never comes by default was asked for by name.</summary>
    public bool AsksFor(string name) => _include && _names?.Contains(name) == true;
}
