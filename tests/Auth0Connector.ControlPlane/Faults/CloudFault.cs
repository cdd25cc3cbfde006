using System.Text;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace Auth0Connector.ControlPlane.Faults;

/// <summary>What is made to go wrong with a call.</summary>
public sealed record CloudFault
{
    private CloudFault(FaultForm form)
    {
        Form = form;
    }

    internal FaultForm Form { get; }

    internal StatusCode Code { get; private init; }

    internal int Http { get; private init; }

    internal string Body { get; private init; } = "";

    internal string ContentType { get; private init; } = "text/html";

    internal string Location { get; private init; } = "";

    internal long Bytes { get; private init; }

    internal TimeSpan Delay { get; private init; }

    /// <summary>Answered with this gRPC code, and not done; an upload is answered before its data.</summary>
    public static CloudFault Status(StatusCode code) => new(FaultForm.Status) { Code = code };

    /// <summary>Answered with this HTTP status and body, as by a proxy in between; not done.</summary>
    public static CloudFault Page(int status, string body = "<html><body>Bad gateway</body></html>", string contentType = "text/html") =>
        new(FaultForm.Page) { Http = status, Body = body, ContentType = contentType };

    /// <summary>Sent elsewhere by HTTP; not done.</summary>
    public static CloudFault Redirect(string location) =>
        new(FaultForm.Page) { Http = StatusCodes.Status307TemporaryRedirect, Location = location };

    /// <summary>The whole connection is cut before anything is done.</summary>
    public static CloudFault Cut() => new(FaultForm.Cut);

    /// <summary>This call alone is torn before anything is done.</summary>
    public static CloudFault Reset() => new(FaultForm.Reset);

    /// <summary>No answer comes until the caller gives up.</summary>
    public static CloudFault Hang() => new(FaultForm.Hang);

    /// <summary>Done and answered, but late.</summary>
    public static CloudFault Slow(TimeSpan delay) => new(FaultForm.Slow) { Delay = delay };

    /// <summary>Done, but the connection is cut instead of answering.</summary>
    public static CloudFault LostAnswer() => new(FaultForm.LostAnswer);

    /// <summary>All tokens given so far are revoked, and the call gets 16.</summary>
    public static CloudFault Revoked() => new(FaultForm.Revoked) { Code = StatusCode.Unauthenticated };

    /// <summary>A heartbeat is answered with a cancellation; done.</summary>
    public static CloudFault Cancelled() => new(FaultForm.Cancelled);

    /// <summary>An upload is answered with this code after so many bytes, in the middle of the stream.</summary>
    public static CloudFault EarlyStatus(StatusCode code, long afterBytes) =>
        new(FaultForm.EarlyStatus) { Code = code, Bytes = afterBytes };

    /// <summary>An upload's connection is cut after so many bytes.</summary>
    public static CloudFault CutAfter(long bytes) => new(FaultForm.CutAfter) { Bytes = bytes };

    /// <summary>In an upload's middle all tokens are revoked, and it gets 16.</summary>
    public static CloudFault RevokedAfter(long bytes) =>
        new(FaultForm.RevokedAfter) { Code = StatusCode.Unauthenticated, Bytes = bytes };

    /// <inheritdoc/>
    public override string ToString() => Form switch
    {
        FaultForm.Status => $"answered with {Code}",
        FaultForm.Page => $"answered with HTTP {Http}",
        FaultForm.Cut => "the connection cut",
        FaultForm.Reset => "the call torn",
        FaultForm.Hang => "never answered",
        FaultForm.Slow => $"answered {Delay.TotalSeconds} s late",
        FaultForm.LostAnswer => "done, the answer lost",
        FaultForm.Revoked => "the tokens revoked",
        FaultForm.Cancelled => "answered as cancelled",
        FaultForm.EarlyStatus => $"answered with {Code} after {Bytes} bytes",
        FaultForm.CutAfter => $"cut after {Bytes} bytes",
        _ => $"the tokens revoked after {Bytes} bytes",
    };

    /// <summary>Does what comes before a token request is answered.</summary>
    /// <returns>Whether the call ended with that.</returns>
    internal async Task<bool> BeforeAsync(HttpContext context, Cloud cloud)
    {
        switch (Form)
        {
            case FaultForm.Page:
                await WritePageAsync(context.Response);
                return true;
            case FaultForm.Cut or FaultForm.LostAnswer:
                cloud.CutLine(context.Connection.Id);
                return true;
            case FaultForm.Reset:
                context.Abort();
                return true;
            case FaultForm.Hang:
                await cloud.HangAsync(context.RequestAborted);
                return true;
            case FaultForm.Slow:
                await Task.Delay(Delay, cloud.Time, context.RequestAborted);
                return false;
            default:
                throw new InvalidOperationException($"'{this}' is not for the token endpoint.");
        }
    }

    /// <summary>Does what comes before an RPC is done.</summary>
    /// <exception cref="RpcException">The call ended with that.</exception>
    internal async Task BeforeAsync(ServerCallContext call, HttpContext context, Cloud cloud)
    {
        switch (Form)
        {
            case FaultForm.Status:
                throw Failure();
            case FaultForm.Revoked:
                cloud.Tokens.RevokeAll();
                throw Failure();
            case FaultForm.Page:
                await WritePageAsync(context.Response);
                await context.Response.CompleteAsync();
                throw new TornException();
            case FaultForm.Cut:
                cloud.CutLine(context.Connection.Id);
                throw new TornException();
            case FaultForm.Reset:
                context.Abort();
                throw new TornException();
            case FaultForm.Hang:
                await cloud.HangAsync(call.CancellationToken);
                throw new TornException();
            case FaultForm.Slow:
                await Task.Delay(Delay, cloud.Time, call.CancellationToken);
                return;
            default:
                return;
        }
    }

    /// <summary>What an upload gets after its last byte so far.</summary>
    /// <exception cref="RpcException">The call ended with that.</exception>
    internal void AfterBytes(long received, HttpContext context, Cloud cloud)
    {
        if (Form is not (FaultForm.EarlyStatus or FaultForm.CutAfter or FaultForm.RevokedAfter) || received < Bytes)
        {
            return;
        }

        if (Form == FaultForm.CutAfter)
        {
            cloud.CutLine(context.Connection.Id);
            throw new TornException();
        }

        if (Form == FaultForm.RevokedAfter)
        {
            cloud.Tokens.RevokeAll();
        }

        throw Failure();
    }

    /// <summary>What comes after an RPC was done.</summary>
    /// <exception cref="RpcException">No answer goes out.</exception>
    internal void After(HttpContext context, Cloud cloud)
    {
        if (Form == FaultForm.LostAnswer)
        {
            cloud.CutLine(context.Connection.Id);
            throw new TornException();
        }
    }

    private RpcException Failure() => new(new Status(Code, $"made to fail: {this}"));

    private async Task WritePageAsync(HttpResponse response)
    {
        response.StatusCode = Http;
        response.ContentType = ContentType;
        if (Location.Length > 0)
        {
            response.Headers.Location = Location;
        }

        await response.Body.WriteAsync(Encoding.UTF8.GetBytes(Body), response.HttpContext.RequestAborted);
    }
}
