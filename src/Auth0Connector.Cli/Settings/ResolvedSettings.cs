using System.Globalization;

namespace Auth0Connector.Cli.Settings;

/// <summary>The settings of one run: for each the strongest source, checked by kind.</summary>
internal sealed class ResolvedSettings(
    IReadOnlyDictionary<SettingDefinition, SettingValue> given,
    IReadOnlyList<string> warnings,
    IReadOnlyDictionary<SettingDefinition, string> emptyVariables)
{
    /// <summary>What looks like a slip but does not stop the run.</summary>
    public IReadOnlyList<string> Warnings { get; } = warnings;

    /// <summary>The files that settings were taken from.</summary>
    public ConfigSources Configs { get; init; } = ConfigSources.None;

    /// <summary>What some source gave, or <see langword="null"/> where only the default is left.</summary>
    public SettingValue? Given(SettingDefinition setting) => given.GetValueOrDefault(setting);

    /// <summary>The variable of a setting that is set but empty, which counts as not set.</summary>
    public string? EmptyVariable(SettingDefinition setting) => emptyVariables.GetValueOrDefault(setting);

    /// <summary>The text given, or the default.</summary>
    public string? Text(SettingDefinition setting) => Given(setting)?.Text ?? setting.Default;

    /// <summary>The choice given in the table's spelling, or the default.</summary>
    public string? Choice(SettingDefinition setting)
    {
        var text = Text(setting);
        return setting.Choices.FirstOrDefault(choice => choice.Equals(text, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whether the switch is on.</summary>
    public bool IsOn(SettingDefinition setting) => Text(setting) is { } text && SettingCheck.TrySwitch(text, out var on) && on;

    /// <summary>The number given, or the default.</summary>
    public int Number(SettingDefinition setting) =>
        int.Parse(Text(setting) ?? "0", NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    /// <summary>The fraction given, or the default.</summary>
    public double Fraction(SettingDefinition setting) =>
        double.Parse(Text(setting) ?? "0", NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>All entries of a list.</summary>
    public IReadOnlyList<string> List(SettingDefinition setting) =>
        Given(setting) is { } value
            ? [.. value.Texts.SelectMany(text => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))]
            : [];

    /// <summary>Settings of the ecosystem that were given and have no effect.</summary>
    public IEnumerable<(string Label, string Because)> Ignored() =>
        given.Where(pair => pair.Key.IgnoredBecause is not null).Select(pair => (pair.Value.Label, pair.Key.IgnoredBecause!));
}
