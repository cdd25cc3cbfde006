using Auth0Connector.AccessFile.Failures;
using Auth0Connector.Cli.Shell;
using Auth0Connector.ManagementApi.Failures;
using Auth0Connector.ObjectStore.Failures;
using Auth0Connector.Provisioning;
using Auth0Connector.Service.Cloud;
using Auth0Connector.Sync.Settings;

namespace Auth0Connector.Cli.Run;

/// <summary>Turns what went wrong into one line, a class and an exit code; the only place in the program that catches everything.</summary>
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
            ErrorWriter.Write(session, presented, session.ShowStackTraces ? failure : null);
            return presented.ExitCode;
        }
    }

    /// <summary>What a failure means to a person.</summary>
    public static PresentedError Present(Exception failure, Interruption interruption, string? done = null)
    {
        return failure switch
        {
            InterruptedSyncException => PresentedError.Of(ErrorClass.Interrupted, failure.Message, interruption.ExitCode),
            _ when interruption.Signal is not null && IsCancellation(failure) =>
                PresentedError.Of(ErrorClass.Interrupted, "stopped before the end", interruption.ExitCode),
            UsageException => PresentedError.Of(ErrorClass.Usage, failure.Message),
            ManagementApiException api => Present(api),
            SyncException sync => Present(sync),
            CloudException cloud => PresentedError.Of(
                ErrorClass.CredentialsRefused, cloud.Message, hint: "check the connector's client id and secret at ConductorOne, and this machine's clock"),
            AccessFileException file => Present(file),
            ObjectStoreException store => PresentedError.Of(ClassOf(store), Trim(store.Message)),
            ProvisioningException change => PresentedError.Of(ClassOf(change), Trim(change.Message)),
            OutputException => new PresentedError(ErrorClass.Output, done is null ? failure.Message : $"{failure.Message}; {done}"),
            _ when FileFailure.Is(failure) => new PresentedError(ErrorClass.File, $"a file cannot be read or written: {FileFailure.Reason(failure)}"),
            _ when MissingLibrary.Describe(failure) is { } missing => PresentedError.Of(ErrorClass.File, missing),
            _ => PresentedError.Of(
                ErrorClass.Bug, $"this is a bug of ours: {failure.GetType().Name}: {failure.Message}; run again with --log-level debug and report the trace it prints"),
        };
    }

    /// <summary>Whether a failure only says that the run was asked to stop.</summary>
    public static bool IsCancellation(Exception? failure) =>
        failure is OperationCanceledException || (failure?.InnerException is { } inner && IsCancellation(inner));

    private static PresentedError Present(ManagementApiException failure)
    {
        var (kind, hint) = failure.Kind switch
        {
            ManagementApiErrorKind.CredentialsRefused => (
                ErrorClass.CredentialsRefused,
                "check the client ID, its secret or key (and with a key this machine's clock), and that the application may use the Management API"),
            ManagementApiErrorKind.MissingScope => (
                ErrorClass.PermissionMissing,
                Scopes(failure) + "in Auth0 under Applications, APIs, Auth0 Management API, Application Access"),
            ManagementApiErrorKind.FeatureMissing => (
                ErrorClass.PermissionMissing,
                "the plan lacks the feature or it is off; leave it out by --sync-resource-types"),
            ManagementApiErrorKind.RateLimited => (ErrorClass.TenantUnavailable, "run again later, or with a lower --concurrency"),
            ManagementApiErrorKind.TokensLimited => (
                ErrorClass.TenantUnavailable,
                "every run takes a token: wait, run less often, or have the application's quota of tokens raised"),
            ManagementApiErrorKind.Unavailable => (ErrorClass.TenantUnavailable, "check the address and the network, or run again later"),
            ManagementApiErrorKind.BadAnswer => (ErrorClass.TenantUnavailable, "check that the address is a tenant and that no proxy answers instead"),
            ManagementApiErrorKind.TooLarge => (ErrorClass.TenantUnavailable, "a tenant's answers are far smaller: check that no proxy answers instead"),
            _ when failure.IsWrite => (ErrorClass.Incomplete, "the tenant refused the change, so it was not made"),
            _ => (ErrorClass.Incomplete, "what was read is not proven whole, so no file was written and the former one stands"),
        };

        return PresentedError.Of(kind, failure.Message, hint: hint);
    }

    private static PresentedError Present(SyncException failure)
    {
        var kind = failure.Kind switch
        {
            SyncErrorKind.MissingScopes => ErrorClass.PermissionMissing,
            SyncErrorKind.Settings => ErrorClass.Usage,
            _ => ErrorClass.Incomplete,
        };

        return PresentedError.Of(kind, Trim(failure.Message), hint: failure.Hint);
    }

    private static PresentedError Present(AccessFileException failure)
    {
        var kind = failure.Kind switch
        {
            AccessFileErrorKind.Locked => ErrorClass.Locked,
            AccessFileErrorKind.IdCollision => ErrorClass.Incomplete,
            _ => ErrorClass.File,
        };

        var names = failure.Path is null || failure.Message.Contains(failure.Path, StringComparison.Ordinal);
        return PresentedError.Of(kind, Trim(names ? failure.Message : $"{failure.Path}: {failure.Message}"));
    }

    private static ErrorClass ClassOf(ObjectStoreException failure) => failure.Kind switch
    {
        ObjectStoreErrorKind.Settings => ErrorClass.Usage,
        ObjectStoreErrorKind.Conflict => ErrorClass.Locked,
        _ => ErrorClass.File,
    };

    private static ErrorClass ClassOf(ProvisioningException failure) => failure.Kind switch
    {
        // The journal or the ledger cannot be written.
        ProvisioningErrorKind.Unusable when failure.InnerException is { } inner && FileFailure.Is(inner) => ErrorClass.File,
        ProvisioningErrorKind.NotDone => ErrorClass.Incomplete,
        ProvisioningErrorKind.Locked => ErrorClass.Locked,
        ProvisioningErrorKind.File => ErrorClass.File,
        _ => ErrorClass.Usage,
    };

    private static string Scopes(ManagementApiException failure) =>
        failure.ExpectedScopes.Count == 0 ? "grant what is missing " : $"grant {string.Join(", ", failure.ExpectedScopes)} ";

    private static string Trim(string message) => message.TrimEnd('.', ' ');
}
