namespace Auth0Connector.AccessFile.Expansion;

/// <summary>
/// Which holders of the source pass through an edge: of these principal types (empty means all), and with
/// <see cref="IsShallow"/> only those who hold the source directly.
/// </summary>
internal sealed class EdgeRule(bool isShallow, IEnumerable<string> principalTypeIds) : IEquatable<EdgeRule>
{
    private readonly string[] _principalTypeIds =
        [.. principalTypeIds.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    public bool IsShallow { get; } = isShallow;

    public bool Admits(string principalTypeId)
    {
        return _principalTypeIds.Length == 0 || Array.BinarySearch(_principalTypeIds, principalTypeId, StringComparer.Ordinal) >= 0;
    }

    public bool Equals(EdgeRule? other)
    {
        return other is not null
            && IsShallow == other.IsShallow
            && _principalTypeIds.AsSpan().SequenceEqual(other._principalTypeIds);
    }

    public override bool Equals(object? obj) => Equals(obj as EdgeRule);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(IsShallow);
        foreach (var type in _principalTypeIds)
        {
            hash.Add(type, StringComparer.Ordinal);
        }

        return hash.ToHashCode();
    }
}
