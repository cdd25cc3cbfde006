using System.Diagnostics;
using System.Globalization;

namespace Auth0Connector.Benchmarks;

/// <summary>The processor time of a sync, its own process only, split where its log says that another phase begins.</summary>
internal static class Processor
{
    // Linux counts in hundredths of a second, whatever the kernel's own clock (proc(5), stat).
    private const double TicksPerSecond = 100;

    private static readonly string[] Phases = ["indexing", "verifying", "compressing"];
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(2);

    /// <summary>Runs a command that logs as JSON, and gives the seconds of each phase in order.</summary>
    public static async Task<IReadOnlyList<(string Phase, double Seconds)>> RunAsync(ProcessStartInfo start)
    {
        using var process = new Process { StartInfo = start };
        process.Start();
        var output = process.StandardOutput.ReadToEndAsync();
        var told = ReadAsync(process.StandardError, process.Id);
        var total = await WatchAsync(process.Id);
        await output;
        var (begins, text) = await told;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"exit code {process.ExitCode}: {text}");
        }

        (string Phase, double At)[] marks = [("reading", 0), .. begins, ("", total)];
        return [.. marks.Zip(marks.Skip(1), static (from, to) => (from.Phase, to.At - from.At))];
    }

    private static async Task<(List<(string Phase, double At)> Begins, string Text)> ReadAsync(StreamReader errors, int process)
    {
        var begins = new List<(string Phase, double At)>();
        var text = new List<string>();
        while (await errors.ReadLineAsync() is { } line)
        {
            text.Add(line);
            if (Phases.FirstOrDefault(phase => line.Contains($"\"{phase}\"", StringComparison.Ordinal)) is { } begun && await SecondsAsync(process) is { } now)
            {
                begins.Add((begun, now));
            }
        }

        return (begins, string.Join('\n', text));
    }

    private static async Task<double> WatchAsync(int process)
    {
        double last = 0;
        while (await SecondsAsync(process) is { } now)
        {
            last = Math.Max(last, now);
            await Task.Delay(Look);
        }

        return last;
    }

    // The name of the program may hold blanks and brackets; the numbers stand behind its last bracket.
    private static async Task<double?> SecondsAsync(int process)
    {
        try
        {
            var text = await File.ReadAllTextAsync($"/proc/{process}/stat");
            var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            return fields[0] == "Z" ? null : (Ticks(fields[11]) + Ticks(fields[12])) / TicksPerSecond;
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static double Ticks(string field) => double.Parse(field, CultureInfo.InvariantCulture);
}
