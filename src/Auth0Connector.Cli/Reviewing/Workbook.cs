using Auth0Connector.Cli.Settings;

namespace Auth0Connector.Cli.Reviewing;

/// <summary>Tells a workbook from a sheet: decisions are read from CSV only, which says what it says in one way.</summary>
internal static class Workbook
{
    /// <summary>Throws where the file is a workbook, whatever it is called.</summary>
    public static void Refuse(string path, string label)
    {
        if (IsOne(path))
        {
            throw new ConfigurationException($"{label}: is a workbook; save its sheet as CSV (UTF-8) in the spreadsheet program, and give that");
        }
    }

    // Every .xlsx is a zip archive, and no CSV begins like one. What cannot be read is told by whoever reads it.
    private static bool IsOne(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            Span<byte> start = stackalloc byte[4];
            return file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.SequenceEqual("PK\u0003\u0004"u8);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
