using System.Buffers;

namespace Auth0Connector.Provisioning.Lookups;

/// <summary>What a text has the form of; it is looked for as that only, since people choose their own names.</summary>
public enum NameForm
{
    /// <summary>A name or a user name.</summary>
    Name,

    /// <summary>An id, such as <c>auth0|64f…</c>.</summary>
    Id,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>A phone number.</summary>
    Phone,
}

/// <summary>Tells the forms apart (API reference, section 10).</summary>
public static class NameForms
{
    private const int LeastDigits = 7;

    /// <summary>The form of a text. What could be an address or a number counts as one, never as somebody's name.</summary>
    public static NameForm Of(string text) => text.Trim() switch
    {
        var id when IsId(id) => NameForm.Id,
        var address when IsEmail(address) => NameForm.Email,
        var number when IsPhone(number) => NameForm.Phone,
        _ => NameForm.Name,
    };

    private static readonly SearchValues<char> OfAConnection =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_");

    /// <summary>The digits of a phone number, without what separates them or begins a call abroad.</summary>
    public static string Digits(string? number)
    {
        var digits = string.Concat((number ?? string.Empty).Where(char.IsAsciiDigit));
        return digits.StartsWith("00", StringComparison.Ordinal) ? digits[2..] : digits;
    }

    // The part before the first bar is the kind of a connection, which nobody chooses freely.
    private static bool IsId(string text) =>
        text.IndexOf('|', StringComparison.Ordinal) is var bar and > 0
        && bar < text.Length - 1
        && text.AsSpan(0, bar).IndexOfAnyExcept(OfAConnection) < 0;

    private static bool IsEmail(string text) =>
        text.AsSpan().IndexOfAny("@\uFF20\uFE6B") is var at and > 0 && at < text.Length - 1;

    private static bool IsPhone(string text) =>
        text.All(static letter => char.IsAsciiDigit(letter) || letter is '+' or ' ' or '-' or '.' or '(' or ')' or '/')
        && text.Count(char.IsAsciiDigit) is var digits
        && digits >= (text.StartsWith('+') ? 3 : LeastDigits);
}
