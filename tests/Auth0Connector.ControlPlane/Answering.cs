using Auth0Connector.ControlPlane.Calls;
using Auth0Connector.ControlPlane.Faults;
using Auth0Connector.ControlPlane.Identity;
using Auth0Connector.ControlPlane.Rules;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace Auth0Connector.ControlPlane;

/// <summary>A call as it came in.</summary>
internal sealed record Asked(ServerCallContext Context, CloudCall Call, string Method, string HostId, string TaskId);

/// <summary>A call that is being answered.</summary>
internal sealed record Answered(CallRecord Record, RuleCheck Check, HttpContext Http);

/// <summary>What every RPC goes through: it is written down, checked, made to go wrong, done.</summary>
internal sealed class Answering(Cloud cloud)
{
    private const string Bearer = "Bearer ";

    /// <param name="asked">The call.</param>
    /// <param name="look">The rules for its fields.</param>
    /// <param name="act">Does it; gets what is to go wrong, if it is for the doing.</param>
    public Task<T> AnswerAsync<T>(Asked asked, Action<RuleCheck> look, Func<Answered, CloudFault?, T> act) =>
        WrittenAsync(asked, async call =>
        {
            Token(call);
            Host(call, asked.HostId);
            look(call.Check);
            call.Check.Refuse();
            var fault = await FaultAsync(asked, call);
            var answer = act(call, fault);
            call.Check.Refuse();
            fault?.After(call.Http, cloud);
            return answer;
        });

    /// <summary>Writes the call down with how it was answered.</summary>
    public async Task<T> WrittenAsync<T>(Asked asked, Func<Answered, Task<T>> answer)
    {
        var http = asked.Context.GetHttpContext();
        var record = cloud.Calls.Begin(asked.Call, asked.Method, http.Connection.Id, http.Request.Headers.UserAgent.ToString());
        record.HostId = asked.HostId;
        record.TaskId = asked.TaskId;
        try
        {
            var answered = await answer(new Answered(record, cloud.Rules.Check($"{asked.Method} {asked.TaskId}".TrimEnd()), http));
            record.Code = StatusCode.OK;
            return answered;
        }
        catch (RpcException failure) when (failure is not TornException)
        {
            record.Code = failure.StatusCode;
            throw;
        }
        finally
        {
            cloud.Calls.End(record);
        }
    }

    /// <summary>The rules for who calls.</summary>
    /// <exception cref="RpcException">16: there is no token, or none that holds.</exception>
    public void Token(Answered call)
    {
        var headers = call.Http.Request.Headers;
        call.Check.Demand(headers.UserAgent.ToString().Length > 0, "there is a user agent");
        var authorization = headers.Authorization.ToString();
        var bearer = authorization.StartsWith(Bearer, StringComparison.Ordinal) && headers.Authorization.Count == 1;
        call.Check.Demand(bearer, "there is one bearer token");
        var standing = bearer ? cloud.Tokens.Look(authorization[Bearer.Length..]) : TokenStore.Standing.Unknown;
        call.Check.Demand(!bearer || standing != TokenStore.Standing.Unknown, "the token is one that was given");
        call.Check.Demand(standing != TokenStore.Standing.Overdue, "a token is renewed when less than 10 s are left of it");
        if (standing != TokenStore.Standing.Good)
        {
            throw new RpcException(new Status(StatusCode.Unauthenticated, $"the token is {standing}"));
        }
    }

    /// <summary>The rules for the host that a call names.</summary>
    public void Host(Answered call, string hostId)
    {
        FieldRules.HostId(call.Check, hostId);
        cloud.Hosts.Check(call.Check, hostId);
    }

    /// <summary>Takes what is to go wrong with the call, and does what comes before it is done.</summary>
    public async Task<CloudFault?> FaultAsync(Asked asked, Answered call)
    {
        var fault = cloud.Faults.Take(asked.Call, call.Record.TaskId);
        if (fault is not null)
        {
            call.Record.Fault = fault.ToString();
            await fault.BeforeAsync(asked.Context, call.Http, cloud);
        }

        return fault;
    }
}
