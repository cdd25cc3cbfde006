using System.Globalization;
using Auth0Connector.ManagementApi.Export;

namespace Auth0Connector.Sync.Collections.Users;

/// <summary>Where an export goes on: its job, the lines that are committed, and how many people they brought in each range.</summary>
internal sealed record ExportPlace(string JobId, long Lines, IReadOnlyList<long> Came)
{
    public static ExportPlace Beginning(string jobId, int ranges) => new(jobId, 0, new long[ranges]);

    public ExportPlace After(ExportChunk chunk, UserRanges ranges)
    {
        var came = Came.ToArray();
        foreach (var user in chunk.Users)
        {
            if (!string.IsNullOrEmpty(user.UserId))
            {
                came[ranges.IndexOf(user.CreatedAt)]++;
            }
        }

        return this with { Lines = chunk.Lines, Came = came };
    }

    /// <exception cref="FormatException">The text is no such place.</exception>
    public static ExportPlace Parse(string cursor, int ranges)
    {
        var parts = cursor.Split(' ');
        if (parts is not [var job, var lines, var came] || came.Split(',') is not { } counts || counts.Length != ranges)
        {
            throw new FormatException("no place in an export");
        }

        return new ExportPlace(
            job,
            long.Parse(lines, NumberStyles.None, CultureInfo.InvariantCulture),
            [.. counts.Select(static count => long.Parse(count, NumberStyles.None, CultureInfo.InvariantCulture))]);
    }

    public string ToCursor() => string.Create(CultureInfo.InvariantCulture, $"{JobId} {Lines} {string.Join(',', Came)}");
}
