using System.Globalization;
using Auth0Connector.MockTenant.Churn;
using Auth0Connector.MockTenant.Dialects;
using Auth0Connector.MockTenant.Faults;
using Auth0Connector.MockTenant.Limits;
using Auth0Connector.MockTenant.Paging;
using Auth0Connector.MockTenant.Tokens;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Auth0Connector.MockTenant.Http;

/// <summary>Every request's way: count, wait, perhaps a fault, then token, limit, scope, endpoint, answer.</summary>
internal sealed class Dispatcher(
    MockTenantOptions options,
    RouteTable routes,
    RouteTable control,
    TokenStore tokens,
    RateLimits limits,
    DialectLayer dialects,
    ChurnSchedule churn,
    RequestLog log)
{
    private readonly RandomFaults _faults = new(options);
    private readonly LastingCursors? _cursors = options.IsChurned ? new LastingCursors() : null;

    public async Task HandleAsync(HttpContext context)
    {
        var raw = context.Features.GetRequiredFeature<IHttpRequestFeature>();
        var target = new RequestTarget(raw.RawTarget);
        var call = new ApiCall(context, target) { Cursors = _cursors };
        call.SetHeader("x-auth0-requestid", Guid.NewGuid().ToString("N"));
        call.SetHeader("Date", options.Clock.GetUtcNow().ToString("R", CultureInfo.InvariantCulture));
        if (target.Segments[0] == "control")
        {
            await HandleControlAsync(call, raw.Method);
            return;
        }

        var skip = target.Segments is ["api", "v2", ..] ? 2 : 0;
        var match = routes.Find(raw.Method, target.Segments, skip);
        if (match is { Route.IsProtected: var isProtected } && isProtected != (skip == 2))
        {
            match = null;
        }

        var endpoint = match?.Route.Name ?? "(unknown)";
        var (ordinal, endpointOrdinal) = log.Begin(endpoint);
        var ended = false;
        MockFault? fault = null;
        try
        {
            var request = new MockRequest(
                raw.Method, target.Path, endpoint, FirstValues(target), endpointOrdinal, ordinal);
            fault = options.Script?.Invoke(request)
                ?? (match is null ? null : _faults.For(request, match.Value.Route.Group == LimitGroup.Token));
            await WaitAsync(options.Latency + (fault?.Wait ?? TimeSpan.Zero), call.Aborted);
            if (fault is not null)
            {
                log.CountFault();
            }

            if (fault?.Kind == MockFaultKind.Reset)
            {
                ended = End(0);
                AnswerSender.Reset(context);
                return;
            }

            if (fault?.Kind == MockFaultKind.Answer)
            {
                call.Status = fault.Status;
                call.ContentType = fault.ContentType;
                call.Body.Append(fault.Body);
            }
            else
            {
                await AnswerAsync(call, match);
            }

            if (fault?.Kind == MockFaultKind.LostAnswer)
            {
                ended = End(0);
                AnswerSender.Reset(context);
                return;
            }

            // A client that has read the answer may ask again before this method returns; a stream counts to its end.
            if (call.Stream is null)
            {
                ended = End(call.Status);
            }

            await AnswerSender.SendAsync(call, fault, call.Aborted);
        }
        catch (OperationCanceledException) when (call.Aborted.IsCancellationRequested)
        {
            // The client went away, or the server is being stopped: nobody is left to be told.
        }
        finally
        {
            if (!ended)
            {
                End(call.Status);
            }
        }

        bool End(int status)
        {
            log.End(new RecordedRequest(ordinal, endpoint, raw.RawTarget, status, fault?.Kind));
            return true;
        }
    }

    private async Task AnswerAsync(ApiCall call, (Route Route, IReadOnlyList<string> Values)? match)
    {
        if (match is not var (route, values))
        {
            call.NotFound("Not Found");
            return;
        }

        call.Values = values;
        if (route.IsProtected)
        {
            if (!tokens.TryRead(call, out var scopes))
            {
                return;
            }

            call.Scopes = scopes;
            churn.Next();
        }

        if (!limits.Admit(call, GroupOf(route, call)))
        {
            log.CountRefusal();
            return;
        }

        if (!route.Scopes.Allows(call.Scopes))
        {
            call.Fail(403, route.Scopes.Message, "insufficient_scope");
            return;
        }

        if (UnimitatedFilters.Of(route, call.Target) is { } problem)
        {
            call.InvalidQuery(problem);
            return;
        }

        await dialects.AnswerAsync(call, route, call.Aborted);
    }

    private async Task HandleControlAsync(ApiCall call, string method)
    {
        if (control.Find(method, call.Target.Segments, 1) is var (route, values))
        {
            call.Values = values;
            await route.HandleAsync(call, call.Aborted);
        }
        else
        {
            call.NotFound("No such control endpoint");
        }

        await AnswerSender.SendAsync(call, fault: null, call.Aborted);
    }

    private async Task WaitAsync(TimeSpan wait, CancellationToken cancellationToken)
    {
        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, options.Clock, cancellationToken);
        }
    }

    // GET /clients with a search has a bucket of its own (reference, section 7).
    private static LimitGroup GroupOf(Route route, ApiCall call) =>
        route.Group == LimitGroup.Clients && call.Target.Has("q") ? LimitGroup.ClientSearch : route.Group;

    private static Dictionary<string, string> FirstValues(RequestTarget target)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in target.Query)
        {
            _ = values.TryAdd(name, value);
        }

        return values;
    }
}
