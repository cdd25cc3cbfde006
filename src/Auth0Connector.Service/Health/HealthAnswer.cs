using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Auth0Connector.Service.Health;

/// <summary>One answer of the endpoint, in the ecosystem's form.</summary>
/// <param name="Status">The status of HTTP.</param>
/// <param name="Word">The status in JSON; empty for an answer without a body.</param>
/// <param name="Report">What is wrong.</param>
internal sealed record HealthAnswer(int Status, string Word, HealthReport? Report = null)
{
    public static HealthAnswer BadRequest { get; } = new(400, "");

    /// <summary>The answer to a request line.</summary>
    public static async Task<HealthAnswer> ToAsync(string method, string path, HealthSources sources, CancellationToken cancellationToken)
    {
        if (path is not ("/health" or "/ready" or "/live"))
        {
            return new HealthAnswer(404, "");
        }

        if (method != "GET")
        {
            return new HealthAnswer(405, "");
        }

        switch (path)
        {
            case "/live":
                return new HealthAnswer(200, "alive");
            case "/ready":
                return sources.IsReady() ? new HealthAnswer(200, "ready") : new HealthAnswer(503, "not_ready");
            default:
                var report = await sources.AskAsync(cancellationToken).ConfigureAwait(false);
                return report.IsWell ? new HealthAnswer(200, "healthy") : new HealthAnswer(503, "unhealthy", report);
        }
    }

    /// <summary>The whole answer as it goes over the line.</summary>
    public byte[] ToBytes(DateTimeOffset now)
    {
        var body = Word.Length == 0 ? [] : Body(now);
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"HTTP/1.1 {Status} {Reason()}\r\n{(Word.Length == 0 ? "" : "Content-Type: application/json\r\n")}{(Status == 405 ? "Allow: GET\r\n" : "")}Content-Length: {body.Length}\r\nConnection: close\r\n\r\n");
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }

    private byte[] Body(DateTimeOffset now)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("status", Word);
            json.WriteString("timestamp", now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            if (Report is { IsWell: false })
            {
                json.WriteStartObject("details");
                foreach (var (part, trouble) in Report.Troubles)
                {
                    json.WriteString(part, trouble);
                }

                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private string Reason() => Status switch
    {
        200 => "OK",
        400 => "Bad Request",
        404 => "Not Found",
        405 => "Method Not Allowed",
        _ => "Service Unavailable",
    };
}
