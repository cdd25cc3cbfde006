using Auth0Connector.Analysis.Json;
using Auth0Connector.Analysis.Listing;
using Google.Protobuf.WellKnownTypes;

namespace Auth0Connector.Analysis.Export;

/// <summary>The times of a person as texts; empty where nothing is known.</summary>
internal static class PersonTimes
{
    /// <summary>When the person was last seen.</summary>
    public static string LastLogin(Person? person) => Of(person?.LastLogin);

    /// <summary>When the account was made.</summary>
    public static string CreatedAt(Person? person) => Of(person?.CreatedAt);

    private static string Of(Timestamp? time) => time is null ? string.Empty : JsonTime.Of(time) ?? string.Empty;
}
