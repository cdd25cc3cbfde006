using Auth0Connector.AccessFile.Messages;
using Auth0Connector.Analysis.Listing;

namespace Auth0Connector.Cli.Look;

/// <summary>What a resource is called.</summary>
internal static class ResourceName
{
    /// <summary>Its name or else its id, a person with the address.</summary>
    public static string Of(Resource resource)
    {
        var email = new Person(resource).Email;
        var name = resource.DisplayName.Length > 0 ? resource.DisplayName : resource.Id?.Resource ?? string.Empty;
        return email.Length > 0 && email != name ? $"{name} ({email})" : name;
    }
}
