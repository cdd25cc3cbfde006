using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Auth0Connector.ManagementApi.Records;

namespace Auth0Connector.ManagementApi.Export;

/// <summary>Reads NDJSON: one user a line, lines up to several megabytes, without ever holding more than a chunk and one line.</summary>
internal static class ExportLines
{
    private const int LinesInChunk = 250;

    // IdP attributes at the root of a user nest as deep as their provider likes.
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 1024 };

    /// <summary>The chunks after a number of lines that are known already. A line that is no user counts as unreadable.</summary>
    /// <exception cref="InvalidDataException">The file is cut or damaged.</exception>
    public static async IAsyncEnumerable<ExportChunk> ReadAsync(
        Stream unpacked,
        long skip,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pipe = PipeReader.Create(unpacked, new StreamPipeReaderOptions(bufferSize: 1 << 16, leaveOpen: true));
        try
        {
            var splitter = new LineSplitter();
            long lines = 0;
            var users = new List<UserRecord>(LinesInChunk);
            var unreadable = 0;
            while (true)
            {
                var result = await pipe.ReadAsync(cancellationToken);
                var buffer = result.Buffer;
                while (splitter.TryTake(ref buffer, result.IsCompleted, out var line))
                {
                    if ((!splitter.WasTooLong && IsBlank(line)) || ++lines <= skip)
                    {
                        continue;
                    }

                    if (splitter.WasTooLong || Parse(line) is not { } user)
                    {
                        unreadable++;
                    }
                    else
                    {
                        users.Add(user);
                    }

                    if (users.Count + unreadable == LinesInChunk)
                    {
                        yield return new ExportChunk(users, unreadable, lines);
                        users = new List<UserRecord>(LinesInChunk);
                        unreadable = 0;
                    }
                }

                pipe.AdvanceTo(buffer.Start, buffer.End);
                if (result.IsCompleted)
                {
                    yield return new ExportChunk(users, unreadable, lines) { IsLast = true };
                    yield break;
                }
            }
        }
        finally
        {
            await pipe.CompleteAsync();
        }
    }

    private static bool IsBlank(in ReadOnlySequence<byte> line) =>
        line.IsEmpty || (line.Length == 1 && line.FirstSpan[0] == (byte)'\r');

    private static UserRecord? Parse(in ReadOnlySequence<byte> line)
    {
        var reader = line.IsSingleSegment ? new Utf8JsonReader(line.FirstSpan, Options) : new Utf8JsonReader(line, Options);
        try
        {
            return reader.Read() && reader.TokenType == JsonTokenType.StartObject ? ExportUserReader.Read(ref reader) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>Some users of an export.</summary>
/// <param name="Users">The users.</param>
/// <param name="Unreadable">Lines among them that were no users.</param>
/// <param name="Lines">Lines read so far, from the beginning of the file.</param>
public sealed record ExportChunk(IReadOnlyList<UserRecord> Users, int Unreadable, long Lines)
{
    /// <summary>The file ended here, with a good trailer.</summary>
    public bool IsLast { get; init; }

    /// <summary>Requests made since the chunk before: waiting for the job, and the download itself.</summary>
    public int Requests { get; init; }
}
