using Auth0Connector.ManagementApi.Http;
using Auth0Connector.ManagementApi.Options;

namespace Auth0Connector.ManagementApi.Writes;

/// <summary>
/// A request that changes something, as a value: it is shown or sent, and nothing else describes it
/// (<see cref="ApiWrites"/> makes them, <see cref="ManagementApiClient.SendAsync"/> sends them).
/// </summary>
public sealed class ApiWrite
{
    internal ApiWrite(HttpMethod verb, string endpoint, IReadOnlyList<string> ids, byte[]? body = null)
    {
        Verb = verb;
        Endpoint = endpoint;
        Ids = ids;
        Body = body is null ? null : new ReadOnlyMemory<byte>(body);
    }

    /// <summary>HTTP method.</summary>
    public string Method => Verb.Method;

    /// <summary>Endpoint template, such as <c>/users/{id}/roles</c>.</summary>
    public string Endpoint { get; }

    /// <summary>What fills the places of the template, in its order.</summary>
    public IReadOnlyList<string> Ids { get; }

    /// <summary>JSON body, if there is one.</summary>
    public ReadOnlyMemory<byte>? Body { get; }

    /// <summary>
    /// Whether sending it twice leaves what sending it once leaves. If not, it is repeated only after an answer that
    /// says that nothing was done.
    /// </summary>
    public bool IsRepeatable { get; init; } = true;

    /// <summary>Path below the root of the tenant, its ids escaped.</summary>
    public string Path => $"/{ManagementApiOptions.ApiPath}{EndpointAddress.Of(Endpoint, Ids)}";

    internal HttpMethod Verb { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Method} {Endpoint}";
}
