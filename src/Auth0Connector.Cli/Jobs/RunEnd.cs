namespace Auth0Connector.Cli.Jobs;

/// <summary>How a run ended.</summary>
/// <param name="Facts">What is known of it.</param>
/// <param name="ExitCode">The code of the sync, which nothing after it changes.</param>
/// <param name="Class">The word for the kind of error (docs/json.md); absent where there was none.</param>
/// <param name="Message">The error, without secrets; absent where there was none.</param>
/// <param name="EndedAt">When.</param>
/// <param name="Elapsed">How long this process took.</param>
internal sealed record RunEnd(RunFacts Facts, int ExitCode, string? Class, string? Message, DateTimeOffset EndedAt, TimeSpan Elapsed);
