using System.Text;
using Auth0Connector.Cli.Shell;

namespace Auth0Connector.Cli.Output;

/// <summary>
/// Long results to standard output: the first row at once, the others in larger pieces, since every line that is
/// flushed on its own costs a call of the system. Whoever watches sees each row as it comes.
/// </summary>
internal sealed class ResultStream(Host host) : IDisposable
{
    private const int PieceLength = 32 * 1024;

    private readonly StringBuilder _piece = new();
    private bool _hasRow;

    /// <summary>Adds text.</summary>
    public void Write(string text) => _piece.Append(text);

    /// <summary>Adds a line.</summary>
    public void Line(string text) => _piece.Append(text).Append('\n');

    /// <summary>Says that a row is whole.</summary>
    public void EndRow()
    {
        if (!_hasRow || host.OutIsTerminal || _piece.Length >= PieceLength)
        {
            Flush();
        }

        _hasRow = true;
    }

    /// <summary>Passes on what is there.</summary>
    public void Flush()
    {
        host.Out.Write(_piece);
        host.Out.Flush();
        _piece.Clear();
    }

    /// <inheritdoc/>
    public void Dispose() => Flush();
}
