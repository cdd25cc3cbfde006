using System.Text;

namespace Auth0Connector.AccessFile.Format;

/// <summary>
/// Baton ids (format section 5), the escaped form in which people name a resource on a command line:
/// <c>bid:r:[parent type/parent id/]type/id</c>. Backslash, slash and colon inside a part carry a backslash.
/// </summary>
public static class Bid
{
    private const string ResourcePrefix = "bid:r:";

    /// <summary>The bid of a resource.</summary>
    public static string Resource(ResourceBid resource) => ResourcePrefix + Join(resource);

    /// <summary>The bid of an entitlement.</summary>
    public static string Entitlement(ResourceBid resource, string slug)
    {
        return $"bid:e:{Join(resource)}:{Escape(slug)}";
    }

    /// <summary>The bid of a grant.</summary>
    public static string Grant(ResourceBid entitlementResource, string slug, ResourceBid principal)
    {
        return $"bid:g:{Join(entitlementResource)}:{Escape(slug)}:{Join(principal)}";
    }

    /// <summary>Reads the bid of a resource; false when it is none.</summary>
    public static bool TryParseResource(string? text, out ResourceBid resource)
    {
        resource = default;
        if (text is null || !text.StartsWith(ResourcePrefix, StringComparison.Ordinal))
        {
            return false;
        }

        if (Split(text.AsSpan(ResourcePrefix.Length)) is not { } parts || parts.Exists(part => part.Length == 0))
        {
            return false;
        }

        switch (parts.Count)
        {
            case 2:
                resource = new ResourceBid(parts[0], parts[1]);
                return true;
            case 4:
                resource = new ResourceBid(parts[2], parts[3], parts[0], parts[1]);
                return true;
            default:
                return false;
        }
    }

    private static string Join(ResourceBid resource)
    {
        var own = $"{Escape(resource.ResourceTypeId)}/{Escape(resource.ResourceId)}";
        return resource is { ParentTypeId: { } parentType, ParentId: { } parentId }
            ? $"{Escape(parentType)}/{Escape(parentId)}/{own}"
            : own;
    }

    private static string Escape(string part)
    {
        return part
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("/", "\\/", StringComparison.Ordinal)
            .Replace(":", "\\:", StringComparison.Ordinal);
    }

    // Null for an unescaped colon, which belongs to a bid of another kind, and for a backslash at the end.
    private static List<string>? Split(ReadOnlySpan<char> text)
    {
        var parts = new List<string>();
        var part = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '\\' when i + 1 < text.Length:
                    i++;
                    part.Append(text[i]);
                    break;
                case '\\' or ':':
                    return null;
                case '/':
                    parts.Add(part.ToString());
                    part.Clear();
                    break;
                default:
                    part.Append(text[i]);
                    break;
            }
        }

        parts.Add(part.ToString());
        return parts;
    }
}
