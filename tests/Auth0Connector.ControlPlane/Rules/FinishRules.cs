using Auth0Connector.ControlPlane.Protocol;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Final = Auth0Connector.ControlPlane.Protocol.BatonServiceFinishTaskRequest.FinalStateOneofCase;
using Kinds = Auth0Connector.ControlPlane.Protocol.Task.TaskTypeOneofCase;

namespace Auth0Connector.ControlPlane.Rules;

/// <summary>What holds for the end of a task, whatever came before.</summary>
internal static class FinishRules
{
    private static readonly Dictionary<Kinds, Answer> Answers = new()
    {
        [Kinds.Grant] = Answer.Of<GrantManagerServiceGrantResponse>(),
        [Kinds.Revoke] = Answer.Of<GrantManagerServiceRevokeResponse>(),
        [Kinds.CreateAccount] = Answer.Of<CreateAccountResponse>(),
        [Kinds.CreateResource] = Answer.Of<CreateResourceResponse>(),
        [Kinds.DeleteResource] = Answer.Of<DeleteResourceResponse>(),
        [Kinds.RotateCredentials] = Answer.Of<RotateCredentialResponse>(),
        [Kinds.IssueCredential] = Answer.Of<IssueCredentialResponse>(),
        [Kinds.ActionListSchemas] = Answer.Of<ListActionSchemasResponse>(),
        [Kinds.ActionGetSchema] = Answer.Of<GetActionSchemaResponse>(),
        [Kinds.ActionInvoke] = Answer.Of<InvokeActionResponse>(),
        [Kinds.ActionStatus] = Answer.Of<GetActionStatusResponse>(),
        [Kinds.ListEventFeeds] = Answer.Of<ListEventFeedsResponse>(),
        [Kinds.ListEvents] = Answer.Of<ListEventsResponse>(),
    };

    public static void Check(RuleCheck check, BatonServiceFinishTaskRequest finish)
    {
        FieldRules.HostId(check, finish.HostId);
        FieldRules.TaskId(check, finish.TaskId);
        FieldRules.NoneUnknown(check, finish, "FinishTask");
        check.Demand(finish.FinalStateCase != Final.None, "there is a final_state");
        if (finish.FinalStateCase == Final.Error)
        {
            FieldRules.Annotations(check, finish.Error.Annotations);
            check.Demand(finish.Status is not null, "an error has a status");
            check.Demand(finish.Status is null or { Code: > 0 and <= 16 }, "an error's status has a code of 1 to 16");
            check.Demand(finish.Status is null or { Message.Length: > 0 }, "an error's status says what went wrong");
            check.Demand(finish.Error.Response is null, "an error has no response");
            FieldRules.Types(check, finish.Status is { } status ? [.. status.Details] : [], "status.details");
        }
        else if (finish.FinalStateCase == Final.Success)
        {
            FieldRules.Annotations(check, finish.Success.Annotations);
            check.Demand(finish.Status is null, "a success has no status");
        }
    }

    /// <summary>The answer's type is that of the kind, by its URL, and holds nothing that the server does not know.</summary>
    public static void Answered(RuleCheck check, Kinds kind, BatonServiceFinishTaskRequest finish)
    {
        if (finish.FinalStateCase != Final.Success)
        {
            return;
        }

        var response = finish.Success.Response;
        if (kind == Kinds.SyncFull)
        {
            check.Demand(response is null, "a sync has no response");
        }
        else if (Answers.TryGetValue(kind, out var answer))
        {
            check.Demand(response?.TypeUrl == answer.TypeUrl, $"{kind} is answered with {answer.TypeUrl}, not '{response?.TypeUrl}'");
            if (response?.TypeUrl == answer.TypeUrl)
            {
                answer.Look(check, response);
            }
        }
    }

    private sealed record Answer(string TypeUrl, Action<RuleCheck, Any> Look)
    {
        public static Answer Of<T>()
            where T : IMessage<T>, new()
        {
            var name = new T().Descriptor.FullName;
            return new Answer($"type.googleapis.com/{name}", (check, packed) => Read<T>(check, packed, name));
        }

        private static void Read<T>(RuleCheck check, Any packed, string name)
            where T : IMessage<T>, new()
        {
            var message = new T();
            try
            {
                message.MergeFrom(packed.Value);
            }
            catch (InvalidProtocolBufferException)
            {
                check.Demand(false, $"the bytes of {name} are a message");
                return;
            }

            FieldRules.NoneUnknown(check, message, name);
        }
    }
}
