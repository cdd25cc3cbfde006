namespace Auth0Connector.ObjectStore.Transfer;

/// <summary>The headers that objects of ours carry, and how those of any object are read.</summary>
internal static class ObjectHeaders
{
    /// <summary>Names one write, so that it is known again where its answer was lost.</summary>
    public const string WriteId = "x-amz-meta-auth0-connector-write";

    /// <summary>SHA-256 of the whole content, for whoever reads it.</summary>
    public const string ContentHash = "x-amz-meta-auth0-connector-sha256";

    /// <summary>One header of an answer, as it came.</summary>
    public static string? Of(HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;
}
