using System.Text.Json;

namespace Auth0Connector.ManagementApi.Failures;

/// <summary>An answer that is good JSON and yet not of the form that the API documents. Its message quotes nothing of the answer.</summary>
#pragma warning disable CA1064 // It never leaves the transport, so nobody outside can want to catch it.
internal sealed class AnswerShapeException(string what) : JsonException(what);
