using System.Runtime.InteropServices;
using Auth0Connector.AccessFile.Failures;
using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Shell;
using Auth0Connector.ManagementApi.Failures;
using Auth0Connector.Sync.Settings;

namespace Auth0Connector.Cli.Tests.Errors;

public sealed class ExitCodeTests
{
    public static TheoryData<Exception, int> Failures() => new()
    {
        { new InvalidOperationException("x"), 1 },
        { new OperationCanceledException("x"), 1 },
        { new UsageException("x"), 2 },
        { new SyncException(SyncErrorKind.Settings, "x"), 2 },
        { new ManagementApiException(ManagementApiErrorKind.CredentialsRefused, "x"), 10 },
        { new ManagementApiException(ManagementApiErrorKind.MissingScope, "x"), 11 },
        { new ManagementApiException(ManagementApiErrorKind.FeatureMissing, "x"), 11 },
        { new SyncException(SyncErrorKind.MissingScopes, "x"), 11 },
        { new ManagementApiException(ManagementApiErrorKind.RateLimited, "x"), 12 },
        { new ManagementApiException(ManagementApiErrorKind.Unavailable, "x"), 12 },
        { new ManagementApiException(ManagementApiErrorKind.BadAnswer, "x"), 12 },
        { new ManagementApiException(ManagementApiErrorKind.TokensLimited, "x"), 12 },
        { new ManagementApiException(ManagementApiErrorKind.TooLarge, "x"), 12 },
        { new AccessFileException(AccessFileErrorKind.NotFound, "x"), 13 },
        { new AccessFileException(AccessFileErrorKind.NotAnAccessFile, "x"), 13 },
        { new AccessFileException(AccessFileErrorKind.UnsupportedFormat, "x"), 13 },
        { new AccessFileException(AccessFileErrorKind.Corrupt, "x"), 13 },
        { new AccessFileException(AccessFileErrorKind.TooLarge, "x"), 13 },
        { new AccessFileException(AccessFileErrorKind.DiskFull, "x"), 13 },
        { new AccessFileException(AccessFileErrorKind.NotWritable, "x"), 13 },
        { new AccessFileException(AccessFileErrorKind.IdCollision, "x"), 14 },
        { new AccessFileException(AccessFileErrorKind.Locked, "x"), 15 },
        { new SyncException(SyncErrorKind.Incomplete, "x"), 14 },
        { new ManagementApiException(ManagementApiErrorKind.NotFound, "x"), 14 },
        { new ManagementApiException(ManagementApiErrorKind.BadRequest, "x"), 14 },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public void A_failure_has_the_code_of_the_design(Exception failure, int code)
    {
        using var interruption = new Interruption();

        Assert.Equal(code, ErrorPresenter.Present(failure, interruption).ExitCode);
    }

    [Theory]
    [InlineData(PosixSignal.SIGINT, 130)]
    [InlineData(PosixSignal.SIGTERM, 143)]
    public void A_stopped_run_has_the_code_of_its_signal(PosixSignal signal, int code)
    {
        using var interruption = new Interruption();
        Assert.True(interruption.Receive(signal));
        Assert.False(interruption.Receive(signal));

        Assert.True(interruption.Token.IsCancellationRequested);
        Assert.Equal(code, ErrorPresenter.Present(new OperationCanceledException(), interruption).ExitCode);
        Assert.Equal(code, ErrorPresenter.Present(new HttpRequestException("cut", new OperationCanceledException()), interruption).ExitCode);
    }

    [Fact]
    public void A_failure_after_a_signal_that_is_no_cancellation_keeps_its_code()
    {
        using var interruption = new Interruption();
        interruption.Receive(PosixSignal.SIGINT);

        Assert.Equal(13, ErrorPresenter.Present(new AccessFileException(AccessFileErrorKind.DiskFull, "full"), interruption).ExitCode);
    }

    [Fact]
    public void Every_code_that_the_presenter_gives_is_documented()
    {
        using var interruption = new Interruption();
        var documented = ExitCodes.All.Select(entry => entry.Code).ToHashSet();

        Assert.All(Failures(), row => Assert.Contains(ErrorPresenter.Present((Exception)row[0], interruption).ExitCode, documented));
    }

    [Fact]
    public void Message_and_hint_make_two_sentences_on_one_line()
    {
        using var interruption = new Interruption();
        var failure = new SyncException(SyncErrorKind.MissingScopes, "the token lacks read:users.") { Hint = "grant it." };

        Assert.Equal("the token lacks read:users. Grant it", ErrorPresenter.Present(failure, interruption).Line);
    }

    [Fact]
    public void Missing_scopes_are_named_in_the_hint()
    {
        using var interruption = new Interruption();
        var failure = new ManagementApiException(ManagementApiErrorKind.MissingScope, "/roles: refused") { ExpectedScopes = ["read:roles"] };

        Assert.Contains("Grant read:roles", ErrorPresenter.Present(failure, interruption).Line, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_is_named_once()
    {
        using var interruption = new Interruption();

        Assert.Equal("a.c1z: is locked", ErrorPresenter.Present(new AccessFileException(AccessFileErrorKind.Locked, "is locked", "a.c1z"), interruption).Line);
        Assert.Equal("'a.c1z' is locked", ErrorPresenter.Present(new AccessFileException(AccessFileErrorKind.Locked, "'a.c1z' is locked.", "a.c1z"), interruption).Line);
    }
}
