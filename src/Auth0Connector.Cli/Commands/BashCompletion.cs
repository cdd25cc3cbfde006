using System.Globalization;
using System.Text;

namespace Auth0Connector.Cli.Commands;

/// <summary>The script of bash, which zsh runs too; written for bash 3.2, the newest that macOS has.</summary>
internal static class BashCompletion
{
    // Bash cuts at '=' and ':' as well. What touches on the line is one word of the command line.
    private const string Words = """
        _auth0_connector() {
          local line=$COMP_LINE cur=${COMP_WORDS[COMP_CWORD]} command= word= flag= words= prefix= rest= piece= arg= i=0 n=-1
          local -a args
          COMPREPLY=()
          for ((i = 0; i <= COMP_CWORD; i++)); do
            piece=${COMP_WORDS[i]}
            rest=${line#"${line%%[![:space:]]*}"}
            if [[ $n -ge 0 && -n $piece && $rest == "$line" && $rest == "$piece"* ]]; then
              args[n]=${args[n]}$piece
            else
              n=$((n + 1))
              args[n]=$piece
            fi
            line=${rest#"$piece"}
          done

        """;

    private const string Walk = """
          for ((i = 1; i < n; i++)); do
            arg=${args[i]}
            if [[ -n $flag ]]; then
              flag=
              continue
            fi
            case $arg in
              --) return;;
              $VALUED) flag=$arg;;
              -*) ;;
              *)
                if [[ -z $command ]]; then
                  case $arg in
                    $COMMANDS) command=$arg;;
                  esac
                elif [[ -z $word ]]; then
                  case "$command $arg" in
                    $WORDS) word=$arg;;
                  esac
                fi;;
            esac
          done
          arg=${args[n]}
          if [[ -z $flag && $arg == -*=* ]]; then
            flag=${arg%%=*}
            if [[ $cur == "$arg" ]]; then
              prefix=$flag=
            fi
            cur=${arg#*=}
          fi

        """;

    public static string Script()
    {
        var script = new StringBuilder(Words)
            .Append(Walk
                .Replace("$VALUED", string.Join('|', CompletionWords.Valued), StringComparison.Ordinal)
                .Replace("$COMMANDS", string.Join('|', CompletionWords.Names), StringComparison.Ordinal)
                .Replace("$WORDS", string.Join('|', CompletionWords.Commands.SelectMany(static command => command.Words.Select(word => $"'{command.Name} {word}'"))), StringComparison.Ordinal))
            .Append("  if [[ -n $flag ]]; then\n    case \"$command $flag\" in\n");
        foreach (var choice in CompletionWords.Choices)
        {
            script.Append(CultureInfo.InvariantCulture, $"      {string.Join('|', choice.Select(static owner => $"'{owner.Command} {owner.Flag}'"))}) words='{choice.Key}';;\n");
        }

        script.Append("    esac\n  else\n    case $command in\n");
        foreach (var command in CompletionWords.Commands)
        {
            var pattern = command.Name.Length == 0 ? "''" : command.Name;
            var first = command.Name.Length == 0 ? CompletionWords.Names : command.Words;
            var before = first.Any() ? $" [[ -n $word ]] || words=\"{string.Join(' ', first)} $words\";;" : ";";
            script.Append(CultureInfo.InvariantCulture, $"      {pattern}) words='{CompletionWords.Flags(command)}';{before}\n");
        }

        return script
            .Append("    esac\n  fi\n  COMPREPLY=($(compgen -P \"$prefix\" -W \"$words\" -- \"$cur\"))\n}\ncomplete -o default -F _auth0_connector auth0-connector\n")
            .ToString();
    }
}
