using System.Text.Json;
using Auth0Connector.AccessFile.Messages;
using Auth0Connector.Analysis.Listing;

namespace Auth0Connector.Cli.Look;

/// <summary>A resource in the JSON of our own results: what names it and nothing else.</summary>
internal static class ThingJson
{
    /// <summary>Its fields.</summary>
    public static void Write(Utf8JsonWriter json, Resource resource)
    {
        json.WriteString("type", resource.Id?.ResourceType);
        json.WriteString("id", resource.Id?.Resource);
        json.WriteString("displayName", resource.DisplayName);
        var person = new Person(resource);
        if (person.IsPerson)
        {
            json.WriteString("email", person.Email);
            json.WriteString("status", person.Status);
        }
    }
}
