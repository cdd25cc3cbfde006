using System.Security.Authentication;

namespace Auth0Connector.ManagementApi.Connections;

/// <summary>A server's certificate was not accepted; the message says why, as the end of "a certificate that ...".</summary>
#pragma warning disable CA1064 // It never leaves the transport, so nobody outside can want to catch it.
internal sealed class UntrustedCertificateException(string why) : AuthenticationException(why);
