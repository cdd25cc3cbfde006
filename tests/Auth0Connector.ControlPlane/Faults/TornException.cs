using Grpc.Core;

namespace Auth0Connector.ControlPlane.Faults;

/// <summary>The call is over for the server, and no answer goes out.</summary>
internal sealed class TornException() : RpcException(new Status(StatusCode.Unavailable, "torn on purpose"));
