namespace Auth0Connector.Service.Cloud;

/// <summary>How long anything may take that ConductorOne is asked.</summary>
internal static class CloudTimes
{
    /// <summary>One call with its answer, a token included: a network that swallows everything is seen by it.</summary>
    public static readonly TimeSpan Call = TimeSpan.FromSeconds(30);

    /// <summary>One question for a token: less than a call, so that the error can name the phase.</summary>
    public static readonly TimeSpan LongestTokenAttempt = TimeSpan.FromSeconds(25);

    /// <summary>Until a connection stands: less still.</summary>
    public static readonly TimeSpan Connect = TimeSpan.FromSeconds(20);

    /// <summary>One chunk of an upload to be taken, or its end to be answered.</summary>
    public static readonly TimeSpan UploadStep = TimeSpan.FromMinutes(5);
}
