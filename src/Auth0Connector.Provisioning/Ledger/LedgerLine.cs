using Auth0Connector.Provisioning.Access;
using Auth0Connector.Provisioning.Journal;
using Auth0Connector.Provisioning.Records;

namespace Auth0Connector.Provisioning.Ledger;

/// <summary>One step in the life of time-bound access.</summary>
internal sealed record LedgerLine : IRecordLine
{
    public required string Id { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>granting, granted, failed, kept, revoking, revoked or stuck.</summary>
    public required string Step { get; init; }

    public DateTimeOffset? Until { get; init; }

    /// <summary>Host of the tenant; absent in lines of older versions.</summary>
    public string? Tenant { get; init; }

    public ChangeLine? Access { get; init; }

    public string? Why { get; init; }

    public string? Reason { get; init; }

    public string? Ticket { get; init; }

    public string? RequestedBy { get; init; }

    public string? Sum { get; init; }

    /// <summary>The line with its sum. When it ends is left out: that, a person may mend, and the lines repeat it.</summary>
    public LedgerLine Summed() => this with { Sum = Expected() };

    public string? Fault() => RecordSum.Fault(Sum, Expected()) ?? Step switch
    {
        _ when Id.Length == 0 => "has no id",
        "revoked" or "failed" or "kept" => null,
        "granting" or "granted" or "revoking" or "stuck" => Until is null || Access is not { } access || AccessChange.Of(access) is not { IsGrant: true } ? "does not say what ends and when" : null,
        _ => "names a step that is not known here",
    };

    private string Expected() =>
        RecordSum.Of(Id, Step, Tenant, Access?.Change, Access?.PrincipalType, Access?.Principal, Access?.Role, Access?.Organization, Access?.Api, Access?.Scope);
}
