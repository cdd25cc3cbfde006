using Auth0Connector.ManagementApi.Failures;

namespace Auth0Connector.Provisioning.Lookups;

/// <summary>The error of an answer that is about something else than was asked for: it is never taken for it.</summary>
internal static class SomebodyElse
{
    public static ManagementApiException Answered(string endpoint) =>
        new(ManagementApiErrorKind.BadAnswer, $"GET {endpoint}: the answer is about another id than was asked for, so nothing was changed") { Endpoint = endpoint };
}
