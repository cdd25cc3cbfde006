using Auth0Connector.Cli.Output;
using Auth0Connector.Cli.Shell;
using Spectre.Console;

namespace Auth0Connector.Cli.Sync.Progress;

/// <summary>Shows progress as a line with a bar for each resource type, for a person at a terminal.</summary>
internal static class LiveProgress
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(200);

    /// <summary>Shows the board until the work is over.</summary>
    public static async Task<T> ShowWhileAsync<T>(Func<Task<T>> work, LatestProgress board, Consoles consoles, TimeProvider clock)
    {
        consoles.IsLive = true;
        try
        {
            return await DrawWhileAsync(work, board, consoles.Error, clock);
        }
        finally
        {
            consoles.IsLive = false;
        }
    }

    private static Task<T> DrawWhileAsync<T>(Func<Task<T>> work, LatestProgress board, IAnsiConsole console, TimeProvider clock)
    {
        var figures = new FiguresColumn();
        return console.Progress()
            .AutoClear(true)
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left },
                new ProgressBarColumn { Width = 24 },
                figures)
            .StartAsync(async display =>
            {
                var lines = new Dictionary<string, ProgressTask>(StringComparer.Ordinal);
                var running = work();
                while (!running.IsCompleted)
                {
                    Draw(display, lines, figures, board, clock);
                    await Task.WhenAny(running, Task.Delay(Pace, clock));
                }

                return await running;
            });
    }

    private static void Draw(ProgressContext display, Dictionary<string, ProgressTask> lines, FiguresColumn figures, LatestProgress board, TimeProvider clock)
    {
        foreach (var type in board.Types)
        {
            if (!lines.TryGetValue(type.Latest.ResourceType, out var line))
            {
                line = display.AddTask(Printable.Markup(type.Latest.ResourceType));
                lines.Add(type.Latest.ResourceType, line);
            }

            line.MaxValue = Math.Max(type.Work, 1);
            line.Value = type.Done;
            figures.Set(line, type.Figures(clock.GetElapsedTime(type.FirstSeen)));
        }

        if (board.FinishingStep is { } step && !lines.ContainsKey(string.Empty))
        {
            lines.Add(string.Empty, display.AddTask(Printable.Markup(step)).IsIndeterminate());
        }
        else if (board.FinishingStep is { } next)
        {
            lines[string.Empty].Description = Printable.Markup(next);
        }
    }
}
