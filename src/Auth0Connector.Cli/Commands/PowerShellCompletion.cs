using System.Globalization;
using System.Text;

namespace Auth0Connector.Cli.Commands;

/// <summary>The script of PowerShell.</summary>
internal static class PowerShellCompletion
{
    // The last element is the word at the cursor, unless that one is still empty.
    private const string Walk = """
          $elements = @($line.CommandElements | Select-Object -Skip 1 | ForEach-Object { "$_" })
          if ($word -and $elements.Count -gt 0 -and $elements[-1] -eq $word) { $elements = @($elements | Select-Object -SkipLast 1) }
          $command = ''; $chosen = ''; $flag = ''
          foreach ($element in $elements) {
            if ($flag) { $flag = '' }
            elseif ($element -ceq '--') { return }
            elseif ($valued -ccontains $element) { $flag = $element }
            elseif ($element -like '-*') { }
            elseif (-not $command) { if ($commands -ccontains $element) { $command = $element } }
            elseif (-not $chosen) { if (($words[$command] -split ' ') -ccontains $element) { $chosen = $element } }
          }
          if ($flag) { $offered = $choices["$command $flag"] }
          elseif ($chosen) { $offered = $flags[$command] }
          else { $offered = "$($words[$command]) $($flags[$command])" }
          "$offered" -split ' ' | Where-Object { $_ -and $_ -like "$word*" }
        }

        """;

    public static string Script()
    {
        var script = new StringBuilder("Register-ArgumentCompleter -Native -CommandName auth0-connector -ScriptBlock {\n  param($word, $line, $position)\n");
        script.Append(CultureInfo.InvariantCulture, $"  $valued = '{string.Join(' ', CompletionWords.Valued)}' -split ' '\n");
        script.Append(CultureInfo.InvariantCulture, $"  $commands = '{string.Join(' ', CompletionWords.Names)}' -split ' '\n");
        script.Append("  $words = @{}; $flags = @{}; $choices = @{}\n");
        foreach (var command in CompletionWords.Commands)
        {
            var words = command.Name.Length == 0 ? CompletionWords.Names : command.Words;
            script.Append(CultureInfo.InvariantCulture, $"  $words['{command.Name}'] = '{string.Join(' ', words)}'; $flags['{command.Name}'] = '{CompletionWords.Flags(command)}'\n");
        }

        foreach (var choice in CompletionWords.Choices)
        {
            foreach (var (command, flag) in choice)
            {
                script.Append(CultureInfo.InvariantCulture, $"  $choices['{command} {flag}'] = '{choice.Key}'\n");
            }
        }

        return script.Append(Walk).ToString();
    }
}
