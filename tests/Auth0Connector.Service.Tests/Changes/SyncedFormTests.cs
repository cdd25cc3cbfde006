using Auth0Connector.AccessFile.Messages;
using Auth0Connector.AccessFile.Reading;
using Auth0Connector.Service.Protocol;
using Auth0Connector.Sync;
using Auth0Connector.Sync.Reporting;
using Auth0Connector.Sync.Settings;
using Microsoft.Extensions.Logging.Abstractions;
using Task = System.Threading.Tasks.Task;

namespace Auth0Connector.Service.Tests.Changes;

/// <summary>What a change answers is what the next sync writes, so that nothing changes its form at ConductorOne.</summary>
public sealed class SyncedFormTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Grants_and_accounts_are_told_as_a_sync_writes_them()
    {
        await using var tenant = await ChangingTenant.StartAsync();
        var told = new List<Grant>();
        foreach (var kind in AskedCases.Kinds)
        {
            told.AddRange(Assert.IsType<GrantManagerServiceGrantResponse>((await tenant.GrantAsync(AskedCases.Of(tenant.Truth, kind))).Response).Grants);
        }

        var task = new Protocol.Task { CreateAccount = new() { AccountInfo = new() { Login = "new.ada@acme.example" } } };
        var account = Assert.IsType<CreateAccountResponse>((await tenant.RunAsync(task)).Response).Success.Resource;

        var path = _folder.File("sync.c1z");
        await new TenantSync(tenant.Server.ApiOptions(), new SyncSettings { TargetPath = path }, new DeafReporter(), NullLoggerFactory.Instance, TimeProvider.System).RunAsync(default);

        using var file = AccessFileReader.Open(path, new AccessFileReaderOptions(), default);
        var sync = file.CurrentSync!;
        var written = file.ReadGrants(sync, GrantFilter.All, default).ToDictionary(static row => row.Id, static row => row.Message, StringComparer.Ordinal);
        foreach (var grant in told)
        {
            // A file keeps how a grant expands in a column of its own.
            Assert.Equal(grant.Principal.Id.ResourceType == "group", grant.Annotations.Any(Annotation.Is<GrantExpandable>));
            var bare = grant.Clone();
            bare.Annotations.Clear();
            var same = written[grant.Id].Clone();
            same.Annotations.Clear();
            Assert.Equal(same, bare);
        }

        Assert.Equal(file.ReadResources(sync, new ResourceFilter { ResourceTypeId = "user", ResourceId = account.Id.Resource }, default).Single().Message, account);
    }

    private sealed class DeafReporter : ISyncReporter
    {
        public void Started(string syncId, bool resumed)
        {
        }

        public void Progressed(SyncProgress progress)
        {
        }

        public void Skipped(SyncSkip skip)
        {
        }

        public void Announced(string message)
        {
        }

        public void Finishing(string step)
        {
        }
    }
}
