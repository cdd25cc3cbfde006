using Auth0Connector.Tables.Texts;
using Spectre.Console;

namespace Auth0Connector.Cli.Shell;

/// <summary>Foreign text where a person reads it, by the rule of <see cref="PlainText"/>.</summary>
internal static class Printable
{
    /// <summary>The text on one line, with every control and direction mark written as its code.</summary>
    public static string Of(string text) => PlainText.Of(text);

    /// <summary>A value as a message shows it: one short line.</summary>
    public static string Short(string text)
    {
        var line = Of(text);
        return line.Length <= 60 ? line : line[..57] + "...";
    }

    /// <summary>The same, for text that Spectre reads as markup.</summary>
    public static string Markup(string text) => Of(text).EscapeMarkup();
}
