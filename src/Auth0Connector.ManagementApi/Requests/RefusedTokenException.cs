using Auth0Connector.ManagementApi.Tokens;

namespace Auth0Connector.ManagementApi.Requests;

/// <summary>The API refused a token for the first time: worth a new one.</summary>
#pragma warning disable CA1064 // It never leaves the transport, so nobody outside can want to catch it.
internal sealed class RefusedTokenException(AccessToken token) : Exception("the token was refused")
{
    public AccessToken Token { get; } = token;
}
