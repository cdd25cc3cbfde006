using Auth0Connector.AccessFile.Messages;
using Auth0Connector.MockTenant;
using Auth0Connector.Service.Protocol;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using ServiceTask = Auth0Connector.Service.Protocol.Task;
using Task = System.Threading.Tasks.Task;

namespace Auth0Connector.Service.Tests.Changes;

public sealed class AccountTaskTests
{
    private const string Database = "Username-Password-Authentication";

    /// <summary>Accounts as they may be asked for: the login, the address, the profile, and whom it makes in which connection.</summary>
    public static TheoryData<string, string, string, string> Forms => new()
    {
        { "", "new.ada@acme.example", "", $"{Database} new.ada@acme.example" },
        { "new.ada@acme.example", "", "", $"{Database} new.ada@acme.example" },
        { "new.ada", "new.ada@acme.example", "name=Ada Neu", $"{Database} new.ada@acme.example,new.ada,Ada Neu" },
        { "", "", "email=new.ada@acme.example,connection=Imported-Customers", "Imported-Customers new.ada@acme.example" },
        { "", "", "username=new.ada,given_name=Ada,last_name=山田", $"{Database} new.ada" },
        { "+4915112345678", "", "connection=sms", "sms +4915112345678" },
        { "", "", "phone_number=+4915112345678,connection=sms,name=Ada", "sms +4915112345678,Ada" },
        { "new.ada@acme.example", "", "connection=email", "email new.ada@acme.example" },
    };

    /// <summary>What can be asked for and cannot be had, and how it is answered.</summary>
    public static TheoryData<string, ServiceTask, StatusCode> Refusals => new()
    {
        { "no account", new ServiceTask { CreateAccount = new() }, StatusCode.InvalidArgument },
        { "another type", With(static asked => asked.ResourceTypeId = "role"), StatusCode.Unimplemented },
        { "nobody", With(static asked => asked.AccountInfo = new AccountInfo()), StatusCode.InvalidArgument },
        { "sms without a number", With(static asked => asked.AccountInfo.Profile = Texts("connection=sms")), StatusCode.InvalidArgument },
        { "mail without an address", With(static asked => asked.AccountInfo = new AccountInfo { Login = "x", Profile = Texts("connection=email") }), StatusCode.InvalidArgument },
        { "options that say nothing", With(static asked => asked.CredentialOptions = new CredentialOptions()), StatusCode.InvalidArgument },
        { "another provider", With(static asked => asked.CredentialOptions = new CredentialOptions { Sso = new() { SsoProvider = "okta" } }), StatusCode.InvalidArgument },
        { "a change at the next sign-in", With(static asked => (asked.CredentialOptions = TestReaders.Random()).ForceChangeAtNextLogin = true, TestReaders.Reader), StatusCode.InvalidArgument },
        { "a password for nobody", With(static asked => asked.CredentialOptions = TestReaders.Random()), StatusCode.InvalidArgument },
        { "a reader who cannot read", With(static asked => asked.CredentialOptions = TestReaders.Random(), TestReaders.NoReader), StatusCode.InvalidArgument },
        { "two readers one of whom cannot read", With(static asked => asked.CredentialOptions = TestReaders.Random(), TestReaders.Reader, TestReaders.NoReader), StatusCode.InvalidArgument },
        { "readers of a password that is known", With(static asked => asked.CredentialOptions = TestReaders.Encrypted("Zx9!zzzzzz"), TestReaders.Reader), StatusCode.InvalidArgument },
        { "a password without a password", With(static asked => (asked.AccountInfo.Profile, asked.CredentialOptions) = (Texts("connection=email"), TestReaders.Random()), TestReaders.Reader), StatusCode.InvalidArgument },
        { "a known password without a password", With(static asked => (asked.AccountInfo.Profile, asked.CredentialOptions) = (Texts("connection=email"), TestReaders.Encrypted("Zx9!zzzzzz"))), StatusCode.InvalidArgument },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task An_account_is_made_as_it_is_asked_for_and_told_as_a_sync_writes_it(string login, string address, string profile, string expected)
    {
        await using var tenant = await ChangingTenant.StartAsync();
        var task = Account(login, address, profile);

        var outcome = await tenant.RunAsync(task);

        Assert.True(outcome.Succeeded, outcome.Message);
        var made = Assert.IsType<CreateAccountResponse>(outcome.Response);
        Assert.True(made.Success.IsCreateAccountResult);
        Assert.Empty(made.EncryptedData);
        var person = Assert.Single(tenant.Truth.Users, x => x.Id == made.Success.Resource.Id.Resource);
        Assert.Equal("user", made.Success.Resource.Id.ResourceType);
        Assert.All(expected[(expected.IndexOf(' ', StringComparison.Ordinal) + 1)..].Split(','), part => Assert.Contains(part, new[] { person.Email, person.Username, person.PhoneNumber, person.Name }));
        Assert.Equal(expected.Split(' ')[0], person.Connection);
        Assert.Equal(AccessFile.Messages.Status.Types.ResourceStatus.Enabled, made.Success.Resource.Status.Status_);
        Assert.Contains(made.Success.Resource.Annotations, Annotation.Is<UserTrait>);
        Assert.Equal(person.Connection is "sms" or "email", tenant.Truth.PasswordOf(person.Id) is null);

        var again = Assert.IsType<CreateAccountResponse>((await tenant.RunAsync(task)).Response);
        Assert.Equal(made.Success.Resource.Id, again.AlreadyExists.Resource.Id);
        Assert.True(again.AlreadyExists.IsCreateAccountResult);
        Assert.Equal(1, tenant.Server.Requests.CountOf("POST /users"));
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task What_cannot_be_had_is_refused_before_anything_is_made(string what, ServiceTask task, StatusCode code)
    {
        await using var tenant = await ChangingTenant.StartAsync();

        var outcome = await tenant.RunAsync(task);

        Assert.Equal((code, false), (outcome.Code, outcome.Retryable));
        Assert.NotEmpty(outcome.Message);
        Assert.DoesNotContain("Zx9", outcome.Message, StringComparison.Ordinal);
        Assert.Equal(0, tenant.Server.Requests.CountOf("POST /users"));
        Assert.NotEmpty(what);
    }

    [Fact]
    public async Task A_random_password_goes_to_every_reader_and_is_the_one_of_the_account()
    {
        await using var tenant = await ChangingTenant.StartAsync();
        var task = With(static asked => asked.CredentialOptions = TestReaders.Random(), TestReaders.Reader, TestReaders.Reader);

        var made = Assert.IsType<CreateAccountResponse>((await tenant.RunAsync(task)).Response);

        var password = tenant.Truth.PasswordOf(made.Success.Resource.Id.Resource);
        Assert.Equal(24, password!.Length);
        Assert.Equal([password, password], made.EncryptedData.Select(TestReaders.Read));
        Assert.All(made.EncryptedData, static secret => Assert.Equal("password", secret.Name));
        Assert.Empty(Assert.IsType<CreateAccountResponse>((await tenant.RunAsync(task)).Response).EncryptedData);
        Assert.DoesNotContain(tenant.Log.Lines, line => line.Text.Contains(password, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_password_that_was_encrypted_to_the_connector_is_the_one_of_the_account_and_goes_to_nobody()
    {
        await using var tenant = await ChangingTenant.StartAsync();

        var made = Assert.IsType<CreateAccountResponse>((await tenant.RunAsync(With(static asked => asked.CredentialOptions = TestReaders.Encrypted("Passw0rd! ünï")))).Response);

        Assert.Equal("Passw0rd! ünï", tenant.Truth.PasswordOf(made.Success.Resource.Id.Resource));
        Assert.Empty(made.EncryptedData);
    }

    [Fact]
    public async Task An_account_whose_answer_was_lost_is_made_once_with_the_password_that_is_told()
    {
        var lost = 0;
        await using var tenant = await ChangingTenant.StartAsync(new MockTenantOptions
        {
            Script = request => request.Endpoint == "POST /users" && Interlocked.Increment(ref lost) == 1 ? MockFault.LostAnswer() : null,
        });

        var made = Assert.IsType<CreateAccountResponse>((await tenant.RunAsync(With(static asked => asked.CredentialOptions = TestReaders.Random(), TestReaders.Reader))).Response);

        Assert.Equal(tenant.Truth.PasswordOf(made.Success.Resource.Id.Resource), TestReaders.Read(Assert.Single(made.EncryptedData)));
        Assert.Equal(1, lost);
    }

    [Fact]
    public async Task An_account_that_somebody_else_made_meanwhile_is_not_given_a_password_that_does_not_fit()
    {
        await using var tenant = await ChangingTenant.StartAsync(new MockTenantOptions
        {
            // The look before the request finds nobody; the tenant knows better.
            Script = static request => request.Endpoint == "GET /users-by-email" && request.EndpointOrdinal == 1 ? MockFault.Json("[]") : null,
        });
        var task = With(static asked => asked.CredentialOptions = TestReaders.Random(), TestReaders.Reader);
        await tenant.RunAsync(task);

        var there = Assert.IsType<CreateAccountResponse>((await tenant.RunAsync(task)).Response);

        Assert.Equal(2, tenant.Server.Requests.CountOf("POST /users"));
        Assert.NotNull(there.AlreadyExists);
        Assert.Empty(there.EncryptedData);
    }

    [Fact]
    public async Task A_connection_that_makes_no_accounts_and_a_missing_scope_are_told_as_such()
    {
        await using var tenant = await ChangingTenant.StartAsync(new MockTenantOptions { Scopes = [.. MockTenantScopes.Read, "create:users"] });

        Assert.Equal(StatusCode.InvalidArgument, (await tenant.RunAsync(With(static asked => asked.AccountInfo.Profile = Texts("connection=google-oauth2")))).Code);
        Assert.Equal(StatusCode.PermissionDenied, (await tenant.RunAsync(Deletion("auth0|nobody"))).Code);
    }

    [Fact]
    public async Task An_account_is_deleted_once_and_one_that_is_gone_is_no_mistake()
    {
        await using var tenant = await ChangingTenant.StartAsync();
        foreach (var id in new[] { tenant.Truth.Users.First().Id, "auth0|a/b", "auth0|100%", "auth0|山田太郎" })
        {
            Assert.IsType<DeleteResourceResponse>((await tenant.RunAsync(Deletion(id))).Response);
            Assert.DoesNotContain(tenant.Truth.Users, x => x.Id == id);
            Assert.True((await tenant.RunAsync(Deletion(id))).Succeeded);
        }

        Assert.Equal(4, tenant.Writes);
    }

    [Theory]
    [InlineData("role", "rol_1", "", "", StatusCode.Unimplemented)]
    [InlineData("organization", "org_1", "", "", StatusCode.Unimplemented)]
    [InlineData("", "auth0|1", "", "", StatusCode.InvalidArgument)]
    [InlineData("user", "", "", "", StatusCode.InvalidArgument)]
    [InlineData("user", "auth0|1", "organization", "org_1", StatusCode.InvalidArgument)]
    public async Task What_is_no_account_is_not_deleted(string type, string id, string parentType, string parent, StatusCode code)
    {
        await using var tenant = await ChangingTenant.StartAsync();
        var task = Deletion(id);
        task.DeleteResource.ResourceId.ResourceType = type;
        task.DeleteResource.ParentResourceId = new ResourceId { ResourceType = parentType, Resource = parent };

        var outcome = await tenant.RunAsync(task);

        Assert.Equal((code, false), (outcome.Code, outcome.Retryable));
        Assert.Equal(0, tenant.Server.Requests.Total);
        Assert.Equal(StatusCode.InvalidArgument, (await tenant.RunAsync(new ServiceTask { DeleteResource = new() })).Code);
    }

    [Fact]
    public async Task A_new_password_is_set_and_told_to_its_readers()
    {
        await using var tenant = await ChangingTenant.StartAsync();
        var person = tenant.Truth.Users.First(x => x.Provider == "auth0").Id;

        var random = Assert.IsType<RotateCredentialResponse>((await tenant.RunAsync(Rotation(person, TestReaders.Random(), TestReaders.Reader))).Response);
        Assert.Equal(person, random.ResourceId.Resource);
        Assert.Equal(tenant.Truth.PasswordOf(person), TestReaders.Read(Assert.Single(random.EncryptedData)));

        var known = Assert.IsType<RotateCredentialResponse>((await tenant.RunAsync(Rotation(person, TestReaders.Encrypted("Passw0rd! ünï")))).Response);
        Assert.Empty(known.EncryptedData);
        Assert.Equal("Passw0rd! ünï", tenant.Truth.PasswordOf(person));
    }

    [Fact]
    public async Task A_password_that_cannot_be_set_is_refused_and_nothing_is_changed()
    {
        await using var tenant = await ChangingTenant.StartAsync();
        var person = tenant.Truth.Users.First(x => x.Provider == "auth0").Id;
        var social = tenant.Truth.Users.First(x => x.Provider == "google-oauth2").Id;
        var ofRole = Rotation("rol_1", TestReaders.Random(), TestReaders.Reader);
        ofRole.RotateCredentials.ResourceId.ResourceType = "role";
        (ServiceTask Task, StatusCode Code)[] tasks =
        [
            (new ServiceTask { RotateCredentials = new() }, StatusCode.InvalidArgument),
            (ofRole, StatusCode.Unimplemented),
            (Rotation(person, null), StatusCode.InvalidArgument),
            (Rotation(person, new CredentialOptions { NoPassword = new() }), StatusCode.InvalidArgument),
            (Rotation(person, TestReaders.Random()), StatusCode.InvalidArgument),
            (Rotation(person, TestReaders.Random(), TestReaders.NoReader), StatusCode.InvalidArgument),
            (Rotation(social, TestReaders.Random(), TestReaders.Reader), StatusCode.InvalidArgument),
            (Rotation("auth0|drift-no-identities", TestReaders.Random(), TestReaders.Reader), StatusCode.InvalidArgument),
            (Rotation("auth0|nobody", TestReaders.Random(), TestReaders.Reader), StatusCode.NotFound),
        ];
        foreach (var (task, code) in tasks)
        {
            Assert.Equal((code, false), await tenant.RunAsync(task) is var outcome ? (outcome.Code, outcome.Retryable) : default);
        }

        Assert.Equal(0, tenant.Writes);
        Assert.Equal(StatusCode.InvalidArgument, (await tenant.RunAsync(Rotation(person, TestReaders.Encrypted("short")))).Code);
    }

    private static ServiceTask With(Action<ServiceTask.Types.CreateAccountTask> change, params EncryptionConfig[] readers)
    {
        var task = Account("", "new.ada@acme.example", "");
        change(task.CreateAccount);
        task.CreateAccount.EncryptionConfigs.Add(readers);
        return task;
    }

    private static ServiceTask Account(string login, string address, string profile)
    {
        var info = new AccountInfo { Login = login, Profile = Texts(profile) };
        if (address.Length > 0)
        {
            info.Emails.Add(new AccountInfo.Types.Email { Address = "other@acme.example" });
            info.Emails.Add(new AccountInfo.Types.Email { Address = address, IsPrimary = true });
        }

        return new ServiceTask { CreateAccount = new() { AccountInfo = info, CredentialOptions = new CredentialOptions { NoPassword = new() } } };
    }

    private static Struct Texts(string profile)
    {
        var texts = new Struct();
        foreach (var pair in profile.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            texts.Fields[pair.Split('=')[0]] = Value.ForString(pair.Split('=')[1]);
        }

        return texts;
    }

    private static ServiceTask Deletion(string id) => new() { DeleteResource = new() { ResourceId = new ResourceId { ResourceType = "user", Resource = id } } };

    private static ServiceTask Rotation(string id, CredentialOptions? options, params EncryptionConfig[] readers) => new()
    {
        RotateCredentials = new() { ResourceId = new ResourceId { ResourceType = "user", Resource = id }, CredentialOptions = options, EncryptionConfigs = { readers } },
    };
}
