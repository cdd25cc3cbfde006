using System.Globalization;
using System.Text;
using Auth0Connector.MockTenant.Data;

namespace Auth0Connector.MockTenant.Paging;

/// <summary>
/// A checkpoint like the real ones seen: base64 of a time and something about the row. Here the time carries the
/// position, so a cursor outlives a restart, and the path's hash, so it opens no other listing.
/// </summary>
internal static class Cursor
{
    private const string Layout = "yyyy-MM-dd HH:mm:ss.ffffff'UTC,'";

    // Thirty bytes of layout, then these six: the base64 holds '+' and '/', which a careless client does not escape.
    private const string Marks = ">>>???";

    private static readonly DateTimeOffset Origin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static string Write(int position, string path) => Convert.ToBase64String(Encoding.UTF8.GetBytes(
        Origin.AddSeconds(position).ToString(Layout, CultureInfo.InvariantCulture) + Marks + Tag(path)));

    public static bool TryRead(string cursor, string path, out int position)
    {
        position = 0;
        var bytes = new byte[cursor.Length];
        if (!Convert.TryFromBase64String(cursor, bytes, out var length))
        {
            return false;
        }

        var text = Encoding.UTF8.GetString(bytes, 0, length);
        var tail = Marks + Tag(path);
        if (!text.EndsWith(tail, StringComparison.Ordinal)
            || !DateTimeOffset.TryParseExact(
                text[..^tail.Length], Layout, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
        {
            return false;
        }

        position = (int)Math.Clamp((time - Origin).TotalSeconds, 0, int.MaxValue);
        return true;
    }

    private static string Tag(string path)
    {
        var hash = 0UL;
        foreach (var character in path)
        {
            hash = Mixing.Hash(hash, character);
        }

        return hash.ToString("x16", CultureInfo.InvariantCulture);
    }
}
