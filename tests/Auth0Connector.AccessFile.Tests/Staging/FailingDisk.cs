using Auth0Connector.AccessFile.Disk;

namespace Auth0Connector.AccessFile.Tests.Staging;

/// <summary>The real disk until its n-th step, which fails half way as a full disk does; and every step after it.</summary>
internal sealed class FailingDisk(int failingStep) : IDisk
{
    private const int NoSpace = 28;

    private int _steps;

    public List<string> Steps { get; } = [];

    public long Free { get; init; } = long.MaxValue;

    public long FreeBytes(string directory) => Free;

    public Stream Create(string path, UnixFileMode mode)
    {
        Step($"create {Path.GetExtension(path)}");
        return new FailingStream((FileStream)LocalDisk.Real.Create(path, mode), this);
    }

    public void Flush(Stream file)
    {
        Step("fsync");
        LocalDisk.Real.Flush(file is FailingStream failing ? failing.Inner : file);
    }

    public void Replace(string source, string target)
    {
        Step("rename");
        LocalDisk.Real.Replace(source, target);
    }

    public void FlushDirectory(string directory)
    {
        Step("fsync the directory");
        LocalDisk.Real.FlushDirectory(directory);
    }

    private bool Fails(string step)
    {
        Steps.Add(step);
        return ++_steps >= failingStep;
    }

    private void Step(string step)
    {
        if (Fails(step))
        {
            throw Failure();
        }
    }

    private static IOException Failure() => new("No space left on device", NoSpace);

    private sealed class FailingStream(FileStream inner, FailingDisk disk) : Stream
    {
        public FileStream Inner => inner;

        public override bool CanRead => false;

        public override bool CanSeek => true;

        public override bool CanWrite => true;

        public override long Length => inner.Length;

        public override long Position { get => inner.Position; set => inner.Position = value; }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            if (disk.Fails($"write {buffer.Length} bytes"))
            {
                inner.Write(buffer[..(buffer.Length / 2)]);
                throw Failure();
            }

            inner.Write(buffer);
        }

        public override void Flush() => inner.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => inner.Seek(offset, origin);

        public override void SetLength(long value) => inner.SetLength(value);

        protected override void Dispose(bool disposing)
        {
            inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
