using Auth0Connector.ControlPlane.Calls;
using Grpc.Core;

namespace Auth0Connector.ControlPlane.Faults;

/// <summary>Faults by chance: which and what follows from the seed, the kind of call and its place among its kind.</summary>
internal sealed class FaultShare(int seed, double share)
{
    private static readonly CloudFault[] TokenFaults =
    [
        CloudFault.Page(503), CloudFault.Page(429), CloudFault.Page(200, "<html>Sign in</html>"),
        CloudFault.Page(200, "{\"access_token\":", "application/json"), CloudFault.Cut(), CloudFault.Reset(),
    ];

    private static readonly CloudFault[] CallFaults =
    [
        CloudFault.Status(StatusCode.Unavailable), CloudFault.Status(StatusCode.Internal), CloudFault.Status(StatusCode.ResourceExhausted),
        CloudFault.Status(StatusCode.Aborted), CloudFault.Status(StatusCode.Unknown), CloudFault.Revoked(),
        CloudFault.Page(502), CloudFault.Cut(), CloudFault.Reset(), CloudFault.LostAnswer(),
    ];

    private static readonly CloudFault[] UploadFaults =
    [
        CloudFault.EarlyStatus(StatusCode.Unavailable, 1), CloudFault.EarlyStatus(StatusCode.Internal, 1), CloudFault.CutAfter(1),
        CloudFault.RevokedAfter(1), CloudFault.Status(StatusCode.Unavailable), CloudFault.LostAnswer(),
    ];

    private readonly Dictionary<CloudCall, Random> _chances = [];

    public CloudFault? Take(CloudCall call)
    {
        if (call is CloudCall.Hello or CloudCall.Other)
        {
            return null;
        }

        if (!_chances.TryGetValue(call, out var chance))
        {
            _chances.Add(call, chance = new Random((seed * 31) + (int)call));
        }

        // Both are drawn for every call, so that the share does not move the choice.
        var hit = chance.NextDouble() < share;
        var forms = call switch
        {
            CloudCall.Token => TokenFaults,
            CloudCall.Upload => UploadFaults,
            _ => CallFaults,
        };
        var form = forms[chance.Next(forms.Length)];

        // A poll whose answer is lost would lose its task for good: the cloud hears nothing of it.
        return !hit ? null : call == CloudCall.Poll && form.Form == FaultForm.LostAnswer ? CloudFault.Cut() : form;
    }
}
