using Auth0Connector.AccessFile.Failures;
using Auth0Connector.Cli.Shell;
using Auth0Connector.ManagementApi.Failures;
using Auth0Connector.Provisioning;
using Auth0Connector.Service.Cloud;
using Auth0Connector.Sync.Settings;

namespace Auth0Connector.Cli.Run;

/// <summary>Turns what went wrong into one line and an exit code; the only place in the program that catches everything.</summary>
internal static class ErrorPresenter
{
    /// <summary>Runs the work and presents whatever it throws.</summary>
    public static async Task<int> GuardAsync(Session session, Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception failure)
        {
            var presented = Present(failure, session.Interruption, session.Done);
            session.Consoles.WriteError(session.Mask.Apply($"error: {Printable.Of(presented.Message)}"));
            if (session.ShowStackTraces)
            {
                session.Consoles.WriteError(session.Mask.Apply(failure.ToString()));
            }

            return presented.ExitCode;
        }
    }

    /// <summary>The line and the code of a failure.</summary>
    public static PresentedError Present(Exception failure, Interruption interruption, string? done = null)
    {
        return failure switch
        {
            InterruptedSyncException => new PresentedError(failure.Message, interruption.ExitCode),
            _ when interruption.Signal is not null && IsCancellation(failure) => new PresentedError("stopped before the end", interruption.ExitCode),
            UsageException => new PresentedError(failure.Message, ExitCodes.Usage),
            ManagementApiException api => Present(api),
            SyncException sync => Present(sync),
            CloudException cloud => new PresentedError(
                Join(cloud.Message, "check the connector's client id and secret at ConductorOne, and this machine's clock"), ExitCodes.CredentialsRefused),
            AccessFileException file => Present(file),
            ProvisioningException change => new PresentedError(Trim(change.Message), CodeOf(change)),
            OutputException => new PresentedError(done is null ? failure.Message : $"{failure.Message}; {done}", ExitCodes.AccessFile),
            _ when FileFailure.Is(failure) => new PresentedError($"a file cannot be read or written: {FileFailure.Reason(failure)}", ExitCodes.AccessFile),
            _ when MissingLibrary.Describe(failure) is { } missing => new PresentedError(missing, ExitCodes.AccessFile),
            _ => new PresentedError(
                $"this is a bug of ours: {failure.GetType().Name}: {failure.Message}; run again with --log-level debug and report the trace it prints",
                ExitCodes.Bug),
        };
    }

    /// <summary>Whether a failure only says that the run was asked to stop.</summary>
    public static bool IsCancellation(Exception? failure) =>
        failure is OperationCanceledException || (failure?.InnerException is { } inner && IsCancellation(inner));

    private static PresentedError Present(ManagementApiException failure)
    {
        var (code, hint) = failure.Kind switch
        {
            ManagementApiErrorKind.CredentialsRefused => (
                ExitCodes.CredentialsRefused,
                "check the client ID, its secret or key (and with a key this machine's clock), and that the application may use the Management API"),
            ManagementApiErrorKind.MissingScope => (
                ExitCodes.PermissionMissing,
                Scopes(failure) + "in Auth0 under Applications, APIs, Auth0 Management API, Application Access"),
            ManagementApiErrorKind.FeatureMissing => (
                ExitCodes.PermissionMissing,
                "the plan lacks the feature or it is off; leave it out by --sync-resource-types"),
            ManagementApiErrorKind.RateLimited => (ExitCodes.TenantUnavailable, "run again later, or with a lower --concurrency"),
            ManagementApiErrorKind.TokensLimited => (
                ExitCodes.TenantUnavailable,
                "every run takes a token: wait, run less often, or have the application's quota of tokens raised"),
            ManagementApiErrorKind.Unavailable => (ExitCodes.TenantUnavailable, "check the address and the network, or run again later"),
            ManagementApiErrorKind.BadAnswer => (ExitCodes.TenantUnavailable, "check that the address is a tenant and that no proxy answers instead"),
            ManagementApiErrorKind.TooLarge => (ExitCodes.TenantUnavailable, "a tenant's answers are far smaller: check that no proxy answers instead"),
            _ when failure.IsWrite => (ExitCodes.Incomplete, "the tenant refused the change, so it was not made"),
            _ => (ExitCodes.Incomplete, "what was read is not proven whole, so no file was written and the former one stands"),
        };

        return new PresentedError(Join(failure.Message, hint), code);
    }

    private static PresentedError Present(SyncException failure)
    {
        var code = failure.Kind switch
        {
            SyncErrorKind.MissingScopes => ExitCodes.PermissionMissing,
            SyncErrorKind.Settings => ExitCodes.Usage,
            _ => ExitCodes.Incomplete,
        };

        return new PresentedError(failure.Hint is { } hint ? Join(failure.Message, hint) : Trim(failure.Message), code);
    }

    private static PresentedError Present(AccessFileException failure)
    {
        var code = failure.Kind switch
        {
            AccessFileErrorKind.Locked => ExitCodes.Locked,
            AccessFileErrorKind.IdCollision => ExitCodes.Incomplete,
            _ => ExitCodes.AccessFile,
        };

        var names = failure.Path is null || failure.Message.Contains(failure.Path, StringComparison.Ordinal);
        return new PresentedError(Trim(names ? failure.Message : $"{failure.Path}: {failure.Message}"), code);
    }

    private static int CodeOf(ProvisioningException failure) => failure.Kind switch
    {
        // The journal or the ledger cannot be written.
        ProvisioningErrorKind.Unusable when failure.InnerException is { } inner && FileFailure.Is(inner) => ExitCodes.AccessFile,
        ProvisioningErrorKind.NotDone => ExitCodes.Incomplete,
        ProvisioningErrorKind.Locked => ExitCodes.Locked,
        ProvisioningErrorKind.File => ExitCodes.AccessFile,
        _ => ExitCodes.Usage,
    };

    private static string Scopes(ManagementApiException failure) =>
        failure.ExpectedScopes.Count == 0 ? "grant what is missing " : $"grant {string.Join(", ", failure.ExpectedScopes)} ";

    private static string Join(string message, string hint) => $"{Trim(message)}. {char.ToUpperInvariant(hint[0])}{Trim(hint[1..])}";

    private static string Trim(string message) => message.TrimEnd('.', ' ');
}
