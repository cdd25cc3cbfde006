using System.Text;

namespace Auth0Connector.AccessFile.Format;

/// <summary>
/// The ecosystem's limits in UTF-8 bytes (format section 6). A longer name aborts other tools that send the resource
/// back to a connector, so names and descriptions are cut; ids never are.
/// </summary>
public static class TextLimits
{
    /// <summary>Bytes of an id. For checking only: an id is never cut.</summary>
    public const int Id = 1024;

    /// <summary>Bytes of a display name.</summary>
    public const int Name = 1024;

    /// <summary>Bytes of a description of a resource or entitlement.</summary>
    public const int Description = 2048;

    /// <summary>Bytes of a description of a resource type.</summary>
    public const int ResourceTypeDescription = 4096;

    /// <summary>Bytes of the details of a status.</summary>
    public const int StatusDetails = 1024;

    /// <summary>The longest beginning of whole characters that fits, valid Unicode in any case.</summary>
    public static string Cut(string text, int maxBytes)
    {
        var clean = CleanText.Of(text);
        if (Encoding.UTF8.GetMaxByteCount(clean.Length) <= maxBytes || Encoding.UTF8.GetByteCount(clean) <= maxBytes)
        {
            return clean;
        }

        var bytes = 0;
        var characters = 0;
        foreach (var rune in clean.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > maxBytes)
            {
                break;
            }

            characters += rune.Utf16SequenceLength;
        }

        return clean[..characters];
    }
}
