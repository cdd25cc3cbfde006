using Auth0Connector.MockTenant.Data;

namespace Auth0Connector.MockTenant.Faults;

/// <summary>Passing faults at a rate, chosen from the seed and the request's number; after some of them a write was done, after others not.</summary>
internal sealed class RandomFaults(MockTenantOptions options)
{
    private readonly ulong _seed = Mixing.Hash((ulong)options.Seed, 0xFA17);

    public MockFault? For(MockRequest request, bool isToken)
    {
        if (options.FaultRate <= 0)
        {
            return null;
        }

        var hash = Mixing.Hash(_seed, (ulong)request.Ordinal);
        if ((hash >> 11) * (1.0 / (1UL << 53)) >= options.FaultRate)
        {
            return null;
        }

        var choice = Mixing.Mix(hash);
        if (IsWrite(request) && (choice >> 8) % 4 == 0)
        {
            return MockFault.LostAnswer();
        }

        return isToken
            ? (choice % 3) switch
            {
                0 => MockFault.ServerError(),
                1 => MockFault.Unavailable(),
                _ => MockFault.Reset(),
            }
            : (choice % 8) switch
            {
                0 => MockFault.ServerError(),
                1 => MockFault.Unavailable(),
                2 => MockFault.Unavailable("1"),
                3 => MockFault.TruncatedBody(),
                4 => MockFault.Reset(),
                5 => MockFault.Html(200),
                6 => MockFault.Html(502),
                _ => MockFault.HalfBody(),
            };
    }

    // The token's and the export job's requests change nothing that lasts.
    private static bool IsWrite(MockRequest request) =>
        request.Method is not "GET" && request.Endpoint is not ("POST /oauth/token" or "POST /jobs/users-exports");
}
