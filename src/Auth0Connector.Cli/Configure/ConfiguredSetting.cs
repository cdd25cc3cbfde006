using Auth0Connector.Cli.Lists;
using Auth0Connector.Cli.Settings;

namespace Auth0Connector.Cli.Configure;

/// <summary>A setting, what it is, and which source says so.</summary>
/// <param name="Name">Name of its flag.</param>
/// <param name="Value">Its value; <see langword="null"/> where there is none, stars where it is a secret.</param>
/// <param name="Source">The source as a person knows it; <c>default</c> where none gave it.</param>
/// <param name="InWords">What goes instead of a value, in words.</param>
internal sealed record ConfiguredSetting(string Name, string? Value, string Source, string? InWords = null)
{
    private const string Stars = "***";

    /// <summary>The list of them.</summary>
    public static ListShape<ConfiguredSetting> Shape { get; } = new(
        "settings",
        [
            new("name", "Setting", static setting => setting.Name),
            new("value", "Value", static setting => setting.Value ?? setting.InWords ?? string.Empty),
            new("source", "From", static setting => setting.Source),
        ],
        static (json, setting) =>
        {
            json.WriteString("name", setting.Name);
            json.WriteString("value", setting.Value);
            json.WriteString("source", setting.Source);
        });

    /// <summary>A setting of a run.</summary>
    public static ConfiguredSetting Of(SettingDefinition setting, ResolvedSettings settings) => settings.Given(setting) is { } given
        ? Of(setting, given)
        : new ConfiguredSetting(setting.Name, setting.Kind == SettingKind.Switch ? "false" : setting.Default, "default", setting.DefaultInWords);

    /// <summary>A setting that some source gave.</summary>
    public static ConfiguredSetting Of(SettingDefinition setting, SettingValue given)
    {
        var value = setting.Kind == SettingKind.List ? string.Join(',', given.Texts) : given.Text;
        return new ConfiguredSetting(setting.Name, setting.Secret && value.Length > 0 ? Stars : value, given.Label);
    }
}
