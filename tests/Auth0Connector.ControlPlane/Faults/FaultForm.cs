namespace Auth0Connector.ControlPlane.Faults;

/// <summary>The forms of a <see cref="CloudFault"/>, described there.</summary>
internal enum FaultForm
{
    Status,
    Page,
    Cut,
    Reset,
    Hang,
    Slow,
    LostAnswer,
    Revoked,
    Cancelled,
    EarlyStatus,
    CutAfter,
    RevokedAfter,
}
