using System.IO.Compression;
using System.Text;
using Auth0Connector.ManagementApi.Export;
using Auth0Connector.ManagementApi.Failures;
using Auth0Connector.ManagementApi.Http;

namespace Auth0Connector.ManagementApi.Tests;

/// <summary>Answers without end, packed or not, of every sort.</summary>
public sealed class AnswerSizeTests
{
    private static readonly byte[] Blanks = Encoding.ASCII.GetBytes(new string(' ', 1 << 16));

    public static TheoryData<string, string, string> Endless()
    {
        var cases = new TheoryData<string, string, string>();
        foreach (var what in (string[])["POST /oauth/token", "GET /api/v2/roles/rol_1"])
        {
            foreach (var status in (string[])["200 OK", "400 Bad Request", "503 Service Unavailable"])
            {
                cases.Add(what, status, "plain");
            }

            cases.Add(what, "200 OK", "gzip");
            cases.Add(what, "200 OK", "claimed");
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Endless))]
    public async Task A_body_without_end_is_a_fault_after_64_MB_and_asked_for_twice_in_all(string what, string status, string form)
    {
        var asked = 0;
        await using var tenant = new RawTenant(async (request, stream, stop) =>
        {
            if (!request.StartsWith(what, StringComparison.Ordinal))
            {
                await RawTenant.WriteAsync(stream, "200 OK", RawTenant.Token, stop);
                return;
            }

            Interlocked.Increment(ref asked);
            var length = form == "claimed" ? "Content-Length: 99999999999\r\n" : "";
            var encoding = form == "gzip" ? "Content-Encoding: gzip\r\n" : "";
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nConnection: close\r\n{length}{encoding}\r\n"), stop);
            await using var body = form == "gzip" ? new GZipStream(stream, CompressionLevel.Fastest) : stream;
            while (true)
            {
                await body.WriteAsync(Blanks, stop);
            }
        });
        using var client = StubbedTenant.NewClient(tenant.Options);

        var failure = await Assert.ThrowsAsync<ManagementApiException>(() => client.FindRoleAsync("rol_1", CancellationToken.None));

        Assert.Equal(ManagementApiErrorKind.TooLarge, failure.Kind);
        Assert.EndsWith(": the answer is larger than 64 MB, after 2 attempts", failure.Message, StringComparison.Ordinal);
        Assert.Equal(2, asked);
    }

    [Fact]
    public async Task An_answer_of_just_under_the_limit_is_read()
    {
        var body = "{\"id\":\"rol_1\"}" + new string(' ', AnswerSize.MostBytes - 14);
        await using var tenant = new RawTenant((request, stream, stop) =>
            RawTenant.WriteAsync(stream, "200 OK", request.StartsWith("POST", StringComparison.Ordinal) ? RawTenant.Token : body, stop));
        using var client = StubbedTenant.NewClient(tenant.Options);

        Assert.Equal("rol_1", (await client.FindRoleAsync("rol_1", CancellationToken.None))!.Id);
    }

    [Fact]
    public async Task Headers_without_end_are_a_fault()
    {
        await using var tenant = new RawTenant(async (_, stream, stop) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\n"u8.ToArray(), stop);
            while (true)
            {
                await stream.WriteAsync(Encoding.ASCII.GetBytes($"X-More: {new string('x', 500)}\r\n"), stop);
            }
        });
        using var client = StubbedTenant.NewClient(tenant.Options);

        var failure = await Assert.ThrowsAsync<ManagementApiException>(() => client.AuthenticateAsync(CancellationToken.None));

        Assert.Equal(ManagementApiErrorKind.BadAnswer, failure.Kind);
        Assert.Contains("headers are larger than 64 kB", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task A_body_that_cannot_be_unpacked_is_a_fault_and_no_bug(string encoding)
    {
        await using var tenant = new RawTenant((_, stream, stop) =>
            RawTenant.WriteAsync(stream, $"200 OK\r\nContent-Encoding: {encoding}", "\x00\x01\x02 this was never packed, whatever its header says", stop));
        using var client = StubbedTenant.NewClient(tenant.Options);

        var failure = await Assert.ThrowsAsync<ManagementApiException>(() => client.AuthenticateAsync(CancellationToken.None));

        Assert.Equal(ManagementApiErrorKind.Unavailable, failure.Kind);
        Assert.Contains("the answer came damaged", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, 3)]
    [InlineData(false, 2)]
    public async Task A_line_without_end_is_unreadable_and_costs_no_other(bool goesOn, long lines)
    {
        var after = goesOn ? "\n{\"user_id\":\"b\"}\n" : "";
        await using var stream = new PatternStream("{\"user_id\":\"a\"}\n{\"user_id\":\"", AnswerSize.MostBytes + (5L << 20), after);

        var chunks = await ExportLines.ReadAsync(stream, 0, CancellationToken.None).ToListAsync();

        Assert.Equal(goesOn ? ["a", "b"] : ["a"], chunks.SelectMany(chunk => chunk.Users).Select(user => user.UserId));
        Assert.Equal((1, lines), (chunks.Sum(chunk => chunk.Unreadable), chunks[^1].Lines));
    }

    [Fact]
    public async Task Lines_are_the_same_however_they_come()
    {
        var text = string.Join('\n', Enumerable.Range(0, 50).Select(number => $"{{\"user_id\":\"u{number}\",\"name\":\"{new string('x', number * 700)}\"}}"));
        await using var stream = new PatternStream(text, 0, "\n");

        var chunks = await ExportLines.ReadAsync(stream, 7, CancellationToken.None).ToListAsync();

        Assert.Equal(Enumerable.Range(7, 43).Select(number => "u" + number), chunks.SelectMany(chunk => chunk.Users).Select(user => user.UserId));
    }

    /// <summary>A beginning, many x, and an end, in pieces of odd sizes.</summary>
    private sealed class PatternStream(string before, long filling, string after) : Stream
    {
        private readonly long _length = before.Length + filling + after.Length;
        private long _at;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var most = (int)Math.Min(Math.Min(count, 60_013), _length - _at);
            for (var i = 0; i < most; i++, _at++)
            {
                buffer[offset + i] = _at < before.Length ? (byte)before[(int)_at]
                    : _at < before.Length + filling ? (byte)'x' : (byte)after[(int)(_at - before.Length - filling)];
            }

            return most;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
