namespace Auth0Connector.Cli.Shell;

/// <summary>Standard output for bytes; <paramref name="inner"/> is <see langword="null"/> where it is closed.</summary>
internal sealed class ResultBytes(Stream? inner) : Stream
{
    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    private Stream Inner => inner ?? throw ResultFailure.Closed();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count)
    {
        var stream = Inner;
        ResultFailure.Guard(() => stream.Write(buffer, offset, count));
    }

    /// <inheritdoc/>
    public override void Flush()
    {
        var stream = Inner;
        ResultFailure.Guard(stream.Flush);
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner?.Dispose();
        }

        base.Dispose(disposing);
    }
}
