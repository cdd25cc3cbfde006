using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Auth0Connector.Service.Tasks;

/// <summary>A failure as it is told to ConductorOne.</summary>
/// <param name="Code">The ecosystem's code.</param>
/// <param name="Sentence">What went wrong, for a person there; never a secret.</param>
public sealed record TaskFailure(StatusCode Code, string Sentence)
{
    /// <summary>What stands in the details of the status, as a rate limit that steers when it is tried again.</summary>
    public IReadOnlyList<Any> Details { get; init; } = [];

    /// <summary>The end of a task that failed so.</summary>
    public TaskOutcome Outcome(bool isRetryable) =>
        isRetryable ? TaskOutcome.Failed(Code, Sentence, Details) : TaskOutcome.Refused(Code, Sentence, Details);
}
