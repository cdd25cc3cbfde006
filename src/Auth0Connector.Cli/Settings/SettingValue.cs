using Auth0Connector.Cli.Shell;

namespace Auth0Connector.Cli.Settings;

/// <summary>A value that some source gave.</summary>
/// <param name="Label">The source as a person knows it: <c>--file</c>, <c>BATON_FILE</c>, <c>file in .baton.yaml</c>.</param>
/// <param name="Texts">What it said; more than one only for lists.</param>
internal sealed record SettingValue(string Label, IReadOnlyList<string> Texts)
{
    /// <summary>The last text: a flag given twice means the later one.</summary>
    public string Text => Texts.Count == 0 ? string.Empty : Texts[^1];

    /// <summary>One source may use two names of a setting, but not with two meanings.</summary>
    /// <exception cref="UsageException">Two of them differ.</exception>
    public static SettingValue? Only(IEnumerable<SettingValue?> values)
    {
        SettingValue? only = null;
        foreach (var value in values.OfType<SettingValue>())
        {
            if (only is not null && only.Text != value.Text)
            {
                throw new UsageException($"{only.Label} and {value.Label} mean the same setting but differ; give one of them");
            }

            only ??= value;
        }

        return only;
    }

    /// <summary>The value is not part of it: it may be a secret.</summary>
    public override string ToString() => Label;
}
