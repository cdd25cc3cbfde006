namespace Auth0Connector.Service.Cloud;

/// <summary>A token of ConductorOne. Its text is masked, so that no log call can leak it by accident.</summary>
/// <param name="type">How it is borne, as the header of a call says it.</param>
/// <param name="text">The token.</param>
/// <param name="endsAt">When it is over, by the clock's own count.</param>
internal sealed class CloudToken(string type, string text, long endsAt)
{
    /// <summary>From when on a new one is asked for: with so much life left, a call may still travel.</summary>
    private static readonly TimeSpan LeastLife = TimeSpan.FromSeconds(10);

    public bool IsOld(TimeProvider clock) => clock.GetElapsedTime(clock.GetTimestamp(), endsAt) < LeastLife;

    public string Header() => $"{type} {text}";

    public string Reveal() => text;

    public override string ToString() => "***";
}
