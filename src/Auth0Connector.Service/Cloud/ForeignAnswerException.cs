namespace Auth0Connector.Service.Cloud;

/// <summary>What answered a call speaks no gRPC: a proxy, a load balancer, a page of maintenance. The message says how it answered.</summary>
#pragma warning disable CA1064 // It never leaves the folder, so nobody outside can want to catch it.
internal sealed class ForeignAnswerException(string how) : Exception(how);
