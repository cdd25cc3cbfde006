namespace Auth0Connector.Provisioning.Lookups;

/// <summary>The end of a message that knows what was probably meant.</summary>
internal static class DidYouMean
{
    public static string Of(string? meant) => meant is null ? string.Empty : $"; did you mean '{meant}'?";
}
