using Auth0Connector.MockTenant;
using Auth0Connector.Service.Protocol;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using ServiceTask = Auth0Connector.Service.Protocol.Task;
using Task = System.Threading.Tasks.Task;

namespace Auth0Connector.Service.Tests.Changes;

public sealed class ActionTaskTests
{
    /// <summary>The forms in which the id of a person may come.</summary>
    public static TheoryData<Func<string, Value>> IdForms => new()
    {
        Value.ForString,
        static id => Object("resource_type_id", "user", "resource_id", id),
        static id => Object("resource_type", "user", "resource", id),
        static id => Object("resourceTypeId", "user", "resourceId", id),
        static id => Object("display_name", "Ada", "resource_id", id),
    };

    /// <summary>Arguments that name nobody.</summary>
    public static TheoryData<Value?> NoIds => new()
    {
        (Value?)null,
        Value.ForString(""),
        Value.ForNumber(7),
        Value.ForNull(),
        Value.ForList(Value.ForString("auth0|1")),
        Object("resource_type_id", "user", "name", "auth0|1"),
        Object("resource_type_id", "role", "resource_id", "rol_1"),
    };

    [Theory]
    [MemberData(nameof(IdForms))]
    public async Task Accounts_are_disabled_and_enabled_and_their_sessions_ended(Func<string, Value> form)
    {
        await using var tenant = await ChangingTenant.StartAsync();
        foreach (var id in new[] { tenant.Truth.Users.First(x => !x.Blocked).Id, "auth0|a//b/../c/.", "auth0|山田太郎" })
        {
            foreach (var (name, isBlocked) in new[] { ("disable_account", true), ("disable_account", true), ("end_sessions", true), ("enable_account", false) })
            {
                var done = Assert.IsType<InvokeActionResponse>((await tenant.RunAsync(Invocation(name, form(id)))).Response);

                Assert.Equal((name, BatonActionStatus.Complete, true), (done.Name, done.Status, done.Response.Fields["success"].BoolValue));
                Assert.Equal(isBlocked, tenant.Truth.Users.Single(x => x.Id == id).Blocked);
                var status = Assert.IsType<GetActionStatusResponse>((await tenant.RunAsync(Status(done.Id))).Response);
                Assert.Equal((done.Id, name, done.Status, done.Response), (status.Id, status.Name, status.Status, status.Response));
            }

            Assert.Contains(tenant.Truth.EndedAccess, x => x.UserId == id);
        }

        Assert.Equal(9, tenant.Writes);
    }

    [Theory]
    [MemberData(nameof(NoIds))]
    public async Task Arguments_that_name_nobody_are_refused_before_anything_is_asked(Value? value)
    {
        await using var tenant = await ChangingTenant.StartAsync();

        Assert.Equal(StatusCode.InvalidArgument, (await tenant.RunAsync(Invocation("disable_account", value))).Code);
        Assert.Equal(0, tenant.Server.Requests.Total);
    }

    [Fact]
    public async Task Every_action_that_is_listed_has_a_schema_by_which_it_can_be_called()
    {
        await using var tenant = await ChangingTenant.StartAsync();
        var listed = Assert.IsType<ListActionSchemasResponse>((await tenant.RunAsync(new ServiceTask { ActionListSchemas = new() })).Response).Schemas;

        Assert.Equal(["disable_account", "enable_account", "end_sessions"], listed.Select(static schema => schema.Name));
        Assert.Contains(ActionType.AccountDisable, listed[0].ActionType);
        Assert.Contains(ActionType.AccountEnable, listed[1].ActionType);
        foreach (var schema in listed)
        {
            Assert.Equal(schema, Assert.IsType<GetActionSchemaResponse>((await tenant.RunAsync(new ServiceTask { ActionGetSchema = new() { Name = schema.Name } })).Response).Schema);
            Assert.NotEmpty(schema.DisplayName);
            Assert.NotEmpty(schema.Description);
            var argument = Assert.Single(schema.Arguments);
            Assert.Equal((true, "user"), (argument.IsRequired, argument.ResourceIdField.ResourceTypeId));
            Assert.NotNull(Assert.Single(schema.ReturnTypes).BoolField);
            var task = Invocation(schema.Name, null);
            task.ActionInvoke.Args = new Struct { Fields = { [argument.Name] = Value.ForString(tenant.Truth.Users.First().Id) } };
            Assert.True((await tenant.RunAsync(task)).Succeeded);
        }

        Assert.Empty(Assert.IsType<ListActionSchemasResponse>((await tenant.RunAsync(new ServiceTask { ActionListSchemas = new() { ResourceTypeId = "user" } })).Response).Schemas);
    }

    [Fact]
    public async Task What_is_not_known_is_refused_in_the_ecosystems_words_and_may_be_asked_again()
    {
        await using var tenant = await ChangingTenant.StartAsync(tools: static tools => tools with { IsProvisioning = false });
        var ofType = Invocation("disable_account", Value.ForString("auth0|1"));
        ofType.ActionInvoke.ResourceTypeId = "user";
        (ServiceTask Task, StatusCode Code, string Text)[] tasks =
        [
            (new ServiceTask { ActionGetSchema = new() }, StatusCode.InvalidArgument, "action name required"),
            (new ServiceTask { ActionGetSchema = new() { Name = "x" } }, StatusCode.NotFound, "error: action schema x not found"),
            (Invocation("", null), StatusCode.InvalidArgument, "action name required"),
            (Invocation("x", null), StatusCode.NotFound, "error: invoking action failed: handler for action x not found"),
            (ofType, StatusCode.NotFound, "error: invoking action failed: handler for action disable_account not found"),
            (Status(""), StatusCode.InvalidArgument, "action id required"),
            (Status("x"), StatusCode.NotFound, "error: action status for id x not found"),
        ];
        foreach (var (task, code, text) in tasks)
        {
            Assert.Equal((code, text, true), await tenant.RunAsync(task) is var outcome ? (outcome.Code, outcome.Message, outcome.Retryable) : default);
        }

        var off = await tenant.RunAsync(Invocation("disable_account", Value.ForString("auth0|1")));
        Assert.Equal((StatusCode.FailedPrecondition, "provisioning is not enabled", false), (off.Code, off.Message, off.Retryable));
        Assert.Equal(0, tenant.Server.Requests.Total);
    }

    [Theory]
    [InlineData("disable_account")]
    [InlineData("enable_account")]
    [InlineData("end_sessions")]
    public async Task Failures_may_be_tried_again(string name)
    {
        await using var tenant = await ChangingTenant.StartAsync(new MockTenantOptions
        {
            Script = static request => request.Method is "PATCH" || request.Endpoint.EndsWith("revoke-access", StringComparison.Ordinal) ? MockFault.ServerError() : null,
        });
        var person = tenant.Truth.Users.First(x => x.Blocked == (name == "enable_account")).Id;

        var down = await tenant.RunAsync(Invocation(name, Value.ForString(person)));
        var nobody = await tenant.RunAsync(Invocation(name, Value.ForString("auth0|nobody")));

        Assert.Equal((StatusCode.Unavailable, true), (down.Code, down.Retryable));
        Assert.Equal((StatusCode.NotFound, true), (nobody.Code, nobody.Retryable));
    }

    [Fact]
    public void Only_the_latest_actions_are_kept()
    {
        var runs = new Tasks.Changes.ActionRuns();
        for (var number = 0; number < 1500; number++)
        {
            runs.Keep(new InvokeActionResponse { Id = $"{number}" });
        }

        Assert.Null(runs.Find("499"));
        Assert.NotNull(runs.Find("500"));
        Assert.NotNull(runs.Find("1499"));
    }

    internal static ServiceTask Invocation(string name, Value? user)
    {
        var arguments = new Struct();
        if (user is not null)
        {
            arguments.Fields["user_id"] = user;
        }

        return new ServiceTask { ActionInvoke = new() { Name = name, Args = arguments } };
    }

    private static ServiceTask Status(string id) => new() { ActionStatus = new() { Id = id } };

    private static Value Object(string name, string value, string other, string otherValue) =>
        Value.ForStruct(new Struct { Fields = { [name] = Value.ForString(value), [other] = Value.ForString(otherValue) } });
}
