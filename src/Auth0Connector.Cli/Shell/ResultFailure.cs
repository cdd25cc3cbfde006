using Auth0Connector.AccessFile.Failures;

namespace Auth0Connector.Cli.Shell;

/// <summary>Says in one way that standard output cannot be written.</summary>
internal static class ResultFailure
{
    /// <summary>Runs what writes to it.</summary>
    public static void Guard(Action write)
    {
        try
        {
            write();
        }
        catch (Exception failure) when (FileFailure.Is(failure))
        {
            throw new OutputException($"standard output cannot be written: {FileFailure.Reason(failure)}", failure);
        }
    }

    /// <summary>There is no standard output at all.</summary>
    public static OutputException Closed() => new("standard output is closed");
}
