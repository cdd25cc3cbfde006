using System.Text;

namespace Auth0Connector.Cli.Shell;

/// <summary>A line that a person types and that must not be seen, as a password is asked for.</summary>
internal static class HiddenLine
{
    /// <summary>The line; <see langword="null"/> where the terminal ended before it.</summary>
    public static string? Read()
    {
        var line = new StringBuilder();
        while (true)
        {
            var key = Console.ReadKey(intercept: true);
            switch (key.Key)
            {
                case ConsoleKey.Enter:
                    return line.ToString();
                case ConsoleKey.Backspace when line.Length > 0:
                    line.Length--;
                    break;
                case ConsoleKey.D when key.Modifiers == ConsoleModifiers.Control && line.Length == 0:
                    return null;
                case ConsoleKey.U when key.Modifiers == ConsoleModifiers.Control:
                    line.Clear();
                    break;
                default:
                    if (!char.IsControl(key.KeyChar))
                    {
                        line.Append(key.KeyChar);
                    }

                    break;
            }
        }
    }
}
