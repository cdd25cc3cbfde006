using System.Text;

namespace Auth0Connector.ObjectStore.Naming;

/// <summary>Percent-encoding as signatures and addresses want it: everything but unreserved characters, in capitals, once.</summary>
internal static class UriEncoding
{
    /// <summary>A key as the path of an address: slashes stay.</summary>
    public static string Path(string key) => Encode(key, keepsSlashes: true);

    /// <summary>A name or value of a query.</summary>
    public static string Query(string text) => Encode(text, keepsSlashes: false);

    private static string Encode(string text, bool keepsSlashes)
    {
        var encoded = new StringBuilder(text.Length);
        foreach (var value in Encoding.UTF8.GetBytes(text))
        {
            var letter = (char)value;
            if (char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' or '~' || (keepsSlashes && letter == '/'))
            {
                encoded.Append(letter);
            }
            else
            {
                encoded.Append('%').Append(Convert.ToHexString([value]));
            }
        }

        return encoded.ToString();
    }
}
