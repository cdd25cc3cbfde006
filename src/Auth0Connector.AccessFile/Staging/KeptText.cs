using System.Globalization;

namespace Auth0Connector.AccessFile.Staging;

/// <summary>Reads texts that a working file has kept. One in a form that this version does not know is no fault of the program.</summary>
public static class KeptText
{
    /// <summary>A whole number.</summary>
    /// <exception cref="StagingUnusableException">It is none.</exception>
    public static long Number(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : throw Unknown();

    /// <summary>What to throw where a text is in a form that this version does not know; the text itself may name people.</summary>
    public static StagingUnusableException Unknown(Exception? innerException = null) =>
        new("what an earlier run left is in a form that this version of the program does not know", innerException: innerException);
}
