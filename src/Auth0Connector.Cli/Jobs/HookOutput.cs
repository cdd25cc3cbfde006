using System.Text;
using Auth0Connector.AccessFile.Failures;
using Auth0Connector.Cli.Shell;

namespace Auth0Connector.Cli.Jobs;

/// <summary>What a command says, line by line, with an end to the length of a line and to the number of lines.</summary>
internal static class HookOutput
{
    private const int LongestLine = 2_000;
    private const int MostLines = 1_000;

    /// <summary>Tells every line until the stream ends or nobody waits any more; it never fails.</summary>
    public static async Task TellAsync(StreamReader stream, Action<string> tell, CancellationToken cancellationToken)
    {
        var line = new StringBuilder();
        var lines = 0;
        var block = new char[4096];
        try
        {
            for (int read; (read = await stream.ReadAsync(block, cancellationToken)) > 0;)
            {
                for (var index = 0; index < read; index++)
                {
                    var letter = block[index];
                    if (letter == '\n')
                    {
                        End();
                    }
                    else if (line.Length < LongestLine)
                    {
                        line.Append(letter);
                    }
                }
            }
        }
        catch (Exception failure) when (failure is OperationCanceledException || FileFailure.Is(failure))
        {
            // Whoever still holds the stream is not waited for.
        }

        End();

        void End()
        {
            var text = line.ToString().TrimEnd('\r');
            line.Clear();
            if (text.Length > 0 && ++lines <= MostLines)
            {
                tell(lines == MostLines ? "... and more, which is left out" : Printable.Of(text));
            }
        }
    }
}
