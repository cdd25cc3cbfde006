using Auth0Connector.Provisioning.Batch;
using Auth0Connector.Provisioning.Journal;
using Auth0Connector.Tables.Decisions;

namespace Auth0Connector.Provisioning.Tests.Records;

public sealed class RecordFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("/dev/full")]
    [InlineData("/dev/null")]
    [InlineData("/dev/zero")]
    [InlineData("/proc/version")]
    [InlineData("/no/such/folder/changes.jsonl")]
    [InlineData("/tmp")]
    public void What_cannot_be_written_is_refused_when_it_is_opened(string path) => Assert.Equal(ProvisioningErrorKind.File, Opened(path).Kind);

    [Fact]
    public void A_pipe_is_refused_and_nobody_waits_for_its_reader()
    {
        var path = _folder.File("pipe");
        using (var made = System.Diagnostics.Process.Start("mkfifo", path))
        {
            made.WaitForExit();
        }

        Assert.Equal(ProvisioningErrorKind.File, Opened(path).Kind);
    }

    [Fact]
    public void Opening_leaves_nothing_behind_in_a_file()
    {
        var path = _folder.File("changes.jsonl");
        Open(path).Dispose();
        Open(path).Dispose();

        Assert.Equal(0, new FileInfo(path).Length);
    }

    [Theory]
    [InlineData("{\"line\":2,\"outcome\":\"do")]
    [InlineData("{\"line\":2,\"outcome\":\"done\"}{\"line\":3,\"outcome\":\"done\"}\n")]
    [InlineData("noise\n")]
    [InlineData("{\"line\":2,\"outcome\":\"done\",\"sum\":\"0000000000000000\"}\n")]
    public void A_sheets_progress_that_is_damaged_is_never_guessed(string line)
    {
        var sheet = DecisionSheet.Parse("user,role\na|1,r\na|2,r\n");
        var path = _folder.File("d.csv.progress");
        BatchProgress.Open(path, sheet).Dispose();
        File.AppendAllText(path, line);

        if (line.EndsWith('\n'))
        {
            var refused = Assert.Throws<ProvisioningException>(() => BatchProgress.Open(path, sheet));
            Assert.Equal(ProvisioningErrorKind.File, refused.Kind);
            Assert.Contains("d.csv.progress: line 2 cannot be read", refused.Message, StringComparison.Ordinal);
        }
        else
        {
            using var progress = BatchProgress.Open(path, sheet);
            Assert.Empty(progress.Finished);
        }
    }

    private static ChangeJournal Open(string path) => ChangeJournal.Open(path, "acme.example", "client", TimeProvider.System);

    private static ProvisioningException Opened(string path) => Assert.Throws<ProvisioningException>(() => Open(path).Dispose());
}
