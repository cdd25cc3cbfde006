using System.Text;
using Auth0Connector.AccessFile.Failures;

namespace Auth0Connector.Cli.Shell;

/// <summary>Standard error: what cannot be said there is not said, and changes nothing else.</summary>
internal sealed class QuietWriter(TextWriter inner) : TextWriter
{
    /// <inheritdoc/>
    public override Encoding Encoding => inner.Encoding;

    /// <inheritdoc/>
    public override void Write(char value) => Do(() => inner.Write(value));

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Do(() => inner.Write(buffer, index, count));

    /// <inheritdoc/>
    public override void Write(string? value) => Do(() => inner.Write(value));

    /// <inheritdoc/>
    public override void WriteLine(string? value) => Do(() => inner.WriteLine(value));

    /// <inheritdoc/>
    public override void Flush() => Do(inner.Flush);

    private static void Do(Action write)
    {
        try
        {
            write();
        }
        catch (Exception failure) when (FileFailure.Is(failure))
        {
            // There is nowhere left to say it.
        }
    }
}
