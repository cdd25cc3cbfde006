using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;

namespace Auth0Connector.MockTenant.Http;

/// <summary>Puts an answer on the wire, spoiled where a fault says so.</summary>
internal static class AnswerSender
{
    public static async Task SendAsync(ApiCall call, MockFault? fault, CancellationToken cancellationToken)
    {
        var response = call.Context.Response;
        response.StatusCode = call.Status;
        if (fault is not null)
        {
            foreach (var (name, value) in fault.Headers)
            {
                response.Headers[name] = value;
            }
        }

        if (call.ContentType is { } type)
        {
            response.ContentType = type;
        }

        if (call.Stream is { } stream)
        {
            await SendStreamAsync(call, stream, fault, cancellationToken);
            return;
        }

        var body = call.Body.WrittenMemory;
        if (body.IsEmpty)
        {
            // A 204 has no body, and Kestrel lets none be written, however empty.
            return;
        }

        switch (fault?.Kind)
        {
            case MockFaultKind.TruncatedBody:
                // Kestrel closes a connection whose answer stayed short. An abort would be a reset, which may
                // overtake what was sent.
                response.ContentLength = body.Length;
                await response.Body.WriteAsync(body[..(body.Length / 2)], cancellationToken);
                return;
            case MockFaultKind.HalfBody:
                response.StatusCode = StatusCodes.Status200OK;
                body = body[..(body.Length / 2)];
                break;
            case MockFaultKind.ChangedBody when fault.Change is { } change:
                body = Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(body.Span)));
                break;
            default:
                break;
        }

        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, cancellationToken);
    }

    public static void Reset(HttpContext context)
    {
        // Linger 0 makes the close a RST instead of an orderly end.
        if (context.Features.Get<IConnectionSocketFeature>() is { } socket)
        {
            socket.Socket.LingerState = new LingerOption(enable: true, seconds: 0);
        }

        context.Abort();
    }

    private static async Task SendStreamAsync(
        ApiCall call,
        Func<Stream, CancellationToken, Task> stream,
        MockFault? fault,
        CancellationToken cancellationToken)
    {
        if (fault?.Kind is not (MockFaultKind.TruncatedBody or MockFaultKind.HalfBody))
        {
            await stream(call.Context.Response.Body, cancellationToken);
            return;
        }

        using var whole = new MemoryStream();
        await stream(whole, cancellationToken);
        var half = whole.GetBuffer().AsMemory(0, (int)(whole.Length / 2));
        await call.Context.Response.Body.WriteAsync(half, cancellationToken);
        await call.Context.Response.Body.FlushAsync(cancellationToken);
        if (fault.Kind == MockFaultKind.TruncatedBody)
        {
            // Kestrel then closes the connection without the last chunk.
            throw new IOException("The answer is cut off on purpose.");
        }
    }
}
