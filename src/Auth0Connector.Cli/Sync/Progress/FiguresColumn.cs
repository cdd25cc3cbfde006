using System.Collections.Concurrent;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Auth0Connector.Cli.Sync.Progress;

/// <summary>The column with counts, rate and time left.</summary>
internal sealed class FiguresColumn : ProgressColumn
{
    private readonly ConcurrentDictionary<int, string> _figures = [];

    /// <summary>Sets what the line shows.</summary>
    public void Set(ProgressTask line, string figures) => _figures[line.Id] = figures;

    /// <inheritdoc />
    public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
        new Text(_figures.GetValueOrDefault(task.Id, string.Empty));
}
