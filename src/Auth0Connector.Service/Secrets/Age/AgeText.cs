using System.Text;

namespace Auth0Connector.Service.Secrets.Age;

/// <summary>Base64 as age has it: the standard alphabet, without padding, and only one way to write the same bytes.</summary>
internal static class AgeText
{
    public static string Encode(ReadOnlySpan<byte> bytes) => Convert.ToBase64String(bytes).TrimEnd('=');

    /// <summary>The bytes of a text.</summary>
    /// <exception cref="FormatException">It is written otherwise.</exception>
    public static byte[] Decode(ReadOnlySpan<byte> ascii)
    {
        var text = Encoding.ASCII.GetString(ascii);
        var padding = (4 - (text.Length % 4)) % 4;
        var bytes = Convert.FromBase64String(text + new string('=', padding));
        // Anything that the framework reads and age does not: blanks, padding, bits that mean nothing.
        return Encode(bytes) == text ? bytes : throw new FormatException("its base64 is not in the one form that age allows");
    }

    /// <summary>The bytes of a text that stands for so many of them; <see langword="null"/> where it does not.</summary>
    public static byte[]? TryDecode(string text, int length)
    {
        try
        {
            var bytes = Decode(Encoding.ASCII.GetBytes(text));
            return bytes.Length == length ? bytes : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
