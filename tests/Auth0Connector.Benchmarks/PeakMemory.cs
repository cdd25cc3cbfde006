using System.Globalization;

namespace Auth0Connector.Benchmarks;

/// <summary>The most resident memory that a process ever had, as Linux keeps it (<c>VmHWM</c>).</summary>
internal static class PeakMemory
{
    public static async Task<long> WatchAsync(int process)
    {
        long peak = 0;
        var status = $"/proc/{process}/status";
        while (true)
        {
            try
            {
                // A process that has ended has no memory left to tell of.
                if (Read(await File.ReadAllLinesAsync(status)) is not (> 0 and var now))
                {
                    return peak;
                }

                peak = now;
            }
            catch (IOException)
            {
                return peak;
            }

            await Task.Delay(10);
        }
    }

    private static long Read(string[] lines) =>
        lines.FirstOrDefault(static line => line.StartsWith("VmHWM:", StringComparison.Ordinal)) is { } line
            ? long.Parse(line.AsSpan(6, line.Length - 9), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture) * 1024
            : 0;
}
