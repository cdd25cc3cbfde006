using System.Text;

namespace Auth0Connector.Cli.Shell;

/// <summary>Standard output for text; <paramref name="inner"/> is <see langword="null"/> where it is closed.</summary>
internal sealed class ResultWriter(TextWriter? inner) : TextWriter
{
    /// <inheritdoc/>
    public override Encoding Encoding => inner?.Encoding ?? Encoding.UTF8;

    /// <inheritdoc/>
    public override void Write(char value) => Do(writer => writer.Write(value));

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Do(writer => writer.Write(buffer, index, count));

    /// <inheritdoc/>
    public override void Write(string? value) => Do(writer => writer.Write(value));

    /// <inheritdoc/>
    public override void Write(StringBuilder? value) => Do(writer => writer.Write(value));

    /// <inheritdoc/>
    public override void WriteLine(string? value) => Do(writer => writer.WriteLine(value));

    /// <inheritdoc/>
    public override void Flush() => Do(writer => writer.Flush());

    private void Do(Action<TextWriter> write)
    {
        var writer = inner ?? throw ResultFailure.Closed();
        ResultFailure.Guard(() => write(writer));
    }
}
