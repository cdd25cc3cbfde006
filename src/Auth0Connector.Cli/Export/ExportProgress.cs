using Auth0Connector.Cli.Output;
using Auth0Connector.Cli.Run;

namespace Auth0Connector.Cli.Export;

/// <summary>Says on standard error how far a long export has come: to a person in place, otherwise a line now and then.</summary>
internal sealed class ExportProgress(Session session)
{
    private static readonly TimeSpan InPlace = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Lines = TimeSpan.FromSeconds(10);

    private readonly long _start = session.Host.Clock.GetTimestamp();
    private TimeSpan _last;
    private bool _hasShown;

    /// <summary>Takes the number of rows so far.</summary>
    public void Tell(long rows)
    {
        // Asking the clock costs more than a row.
        if (rows % 1_000 != 0)
        {
            return;
        }

        var now = session.Host.Clock.GetElapsedTime(_start);
        if (now - _last < (session.Host.ErrorIsTerminal ? InPlace : Lines))
        {
            return;
        }

        _last = now;
        _hasShown = true;
        if (session.Host.ErrorIsTerminal)
        {
            session.Host.Error.Write($"\r{Amount.Count(rows)} rows");
            session.Host.Error.Flush();
        }
        else
        {
            session.Consoles.WriteError($"note: {Amount.Count(rows)} rows written so far");
        }
    }

    /// <summary>Clears what stands in place.</summary>
    public void End()
    {
        if (_hasShown && session.Host.ErrorIsTerminal)
        {
            session.Host.Error.Write("\r                        \r");
            session.Host.Error.Flush();
        }
    }
}
