namespace Auth0Connector.Provisioning.Batch;

/// <summary>What became of one line of a sheet.</summary>
/// <param name="Line">Its number in the file.</param>
/// <param name="Outcome">done, already so, not seen yet or failed.</param>
/// <param name="Why">Why it failed.</param>
public sealed record LineResult(int Line, string Outcome, string? Why = null)
{
    /// <summary>Whether it is as the line asks.</summary>
    public bool IsSo => Outcome is BatchProgress.Done or BatchProgress.AlreadySo;
}
