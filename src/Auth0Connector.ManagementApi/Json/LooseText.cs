using System.Globalization;
using System.Text;

namespace Auth0Connector.ManagementApi.Json;

/// <summary>Reads a JSON string that strict decoding refuses: what is not valid becomes U+FFFD.</summary>
internal static class LooseText
{
    public static string Unescape(ReadOnlySpan<byte> raw)
    {
        var escaped = Encoding.UTF8.GetString(raw);
        var text = new StringBuilder(escaped.Length);
        for (var i = 0; i < escaped.Length; i++)
        {
            if (escaped[i] != '\\' || i + 1 >= escaped.Length)
            {
                text.Append(escaped[i]);
                continue;
            }

            i++;
            if (escaped[i] == 'u' && i + 4 < escaped.Length
                && ushort.TryParse(escaped.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
            {
                text.Append((char)unit);
                i += 4;
            }
            else
            {
                text.Append(Single(escaped[i]));
            }
        }

        return ReplaceLoneSurrogates(text.ToString());
    }

    private static char Single(char escape) => escape switch
    {
        'n' => '\n',
        't' => '\t',
        'r' => '\r',
        'b' => '\b',
        'f' => '\f',
        _ => escape,
    };

    // A round trip through UTF-8 turns every unpaired surrogate into U+FFFD.
    private static string ReplaceLoneSurrogates(string text) =>
        Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
