using Auth0Connector.ManagementApi.Connections;
using Auth0Connector.ManagementApi.Failures;
using Auth0Connector.ManagementApi.Options;

namespace Auth0Connector.ManagementApi.Http;

/// <summary>Says in words why no answer came, and through which proxy. Quotes no address beyond host and port.</summary>
internal sealed class ConnectionFaults(ManagementApiOptions options)
{
    private readonly ConnectionSettings _settings = TenantHttpClient.Connection(options);

    /// <summary>The tenant as errors name it.</summary>
    public string Host => options.BaseUrl.Authority;

    /// <summary>No answer within the time for one attempt.</summary>
    public TransientFaultException TimedOut(Exception timeout) =>
        new($"no answer within {options.AttemptTimeout.TotalSeconds:0.###} s" + Through(), timeout);

    /// <summary>The fault behind a failed exchange; <see langword="null"/> where it is none of these.</summary>
    public TransientFaultException? Of(Exception failure) => failure switch
    {
        TransientFaultException known => known,
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => new(
            $"the answer's headers are larger than {ConnectionHandler.MostHeaderKilobytes} kB", failure)
        { HasAnswer = true, BadAnswer = true, IsLasting = true },
        _ when ConnectionTrouble.Of(failure, options.BaseUrl, _settings) is { } trouble => new(trouble.Words, failure)
        {
            NeverSent = true,
            IsFinalBeforeContact = trouble.IsUntrusted || trouble.IsUnknownHost,
        },
        HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } => new("what came is no HTTP answer", failure) { BadAnswer = true, HasAnswer = true },
        HttpRequestException or IOException => new("the connection was cut before an answer" + Through(), failure),
        _ => null,
    };

    private string Through() => ConnectionTrouble.ProxyFor(options.BaseUrl, _settings);
}
