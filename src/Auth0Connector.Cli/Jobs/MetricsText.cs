using System.Globalization;
using System.Text;

namespace Auth0Connector.Cli.Jobs;

/// <summary>Prometheus' text format: families of gauges, every sample with the same first label.</summary>
internal sealed class MetricsText(string label, string value)
{
    private readonly StringBuilder _text = new();

    /// <summary>Adds a family of one sample; what is not known is left out, and never 0.</summary>
    public void Gauge(string name, string help, double? sample)
    {
        if (sample is { } known)
        {
            Gauge(name, help, [(known, [])]);
        }
    }

    /// <summary>Adds a family of samples; without any it is left out.</summary>
    public void Gauge(string name, string help, IReadOnlyList<(double Value, (string Name, string Value)[] Labels)> samples)
    {
        if (samples.Count == 0)
        {
            return;
        }

        _text.Append("# HELP ").Append(name).Append(' ').Append(help).Append("\n# TYPE ").Append(name).Append(" gauge\n");
        foreach (var (number, labels) in samples)
        {
            _text.Append(Head(name, labels)).Append(Number(number)).Append('\n');
        }
    }

    /// <summary>A sample's line up to its number.</summary>
    public string Head(string name, params (string Name, string Value)[] labels) =>
        $"{name}{{{string.Join(',', labels.Prepend((label, value)).Select(static pair => $"{pair.Item1}=\"{Escape(pair.Item2)}\""))}}} ";

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    private static string Number(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);

    private static string Escape(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal);
}
