using System.Globalization;
using Auth0Connector.Cli.Shell;

namespace Auth0Connector.Cli.Settings;

/// <summary>Checks a text against the kind of its setting; the same words whatever source it came from.</summary>
internal static class SettingCheck
{
    /// <summary>Throws if the value does not fit its setting.</summary>
    public static void Check(SettingDefinition setting, SettingValue value)
    {
        switch (setting.Kind)
        {
            case SettingKind.Switch when !TrySwitch(value.Text, out _):
                throw new UsageException($"{value.Label}: '{Printable.Short(value.Text)}' is neither true nor false");
            case SettingKind.Number:
                CheckNumber(setting, value);
                break;
            case SettingKind.Fraction:
                CheckFraction(setting, value);
                break;
            case SettingKind.Choice when !setting.Choices.Contains(value.Text, StringComparer.OrdinalIgnoreCase):
                throw new UsageException(
                    $"{value.Label}: '{Printable.Short(value.Text)}' is not known; give one of {string.Join(", ", setting.Choices)}");
            case SettingKind.Text when value.Text.Length == 0 && setting is { Listed: true, MayBeEmpty: false }:
                throw new UsageException($"{value.Label}: is empty; give {Right(setting)} or leave it out");
            case SettingKind.Text when !setting.Secret && value.Text.Any(char.IsControl):
                throw new UsageException($"{value.Label}: holds a control character; give {Right(setting)}");
            default:
                break;
        }
    }

    /// <summary>The spellings of true and false that the ecosystem's flags take.</summary>
    public static bool TrySwitch(string text, out bool on)
    {
        on = text is "1" or "t" or "T" || text.Equals("true", StringComparison.OrdinalIgnoreCase);
        return on || text is "0" or "f" or "F" || text.Equals("false", StringComparison.OrdinalIgnoreCase);
    }

    private static void CheckNumber(SettingDefinition setting, SettingValue value)
    {
        var text = value.Text;
        var digits = text.StartsWith('-') ? text[1..] : text;
        if (digits.Length == 0 || !digits.All(char.IsAsciiDigit))
        {
            throw new UsageException($"{value.Label}: '{Printable.Short(text)}' is not a whole number; give one from {setting.Least} to {setting.Most}");
        }

        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            || number < setting.Least
            || number > setting.Most)
        {
            throw new UsageException($"{value.Label}: {Printable.Short(text)} is out of range; give a whole number from {setting.Least} to {setting.Most}");
        }
    }

    private static void CheckFraction(SettingDefinition setting, SettingValue value)
    {
        if (!double.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            || !(number >= setting.Least && number <= setting.Most))
        {
            throw new UsageException($"{value.Label}: '{Printable.Short(value.Text)}' is not a number from {setting.Least} to {setting.Most}");
        }
    }

    private static string Right(SettingDefinition setting) =>
        setting.Example is { } example ? $"one such as {example}" : "a value";
}
