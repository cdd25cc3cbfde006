using Auth0Connector.ManagementApi.Failures;
using Auth0Connector.Sync.Reporting;

namespace Auth0Connector.Sync.Parts;

/// <summary>What a refusal of a part means that the sync can do without.</summary>
internal static class Refusal
{
    private const string Lacking = "the token lacks ";
    private const string Plan = "the tenant's plan lacks the feature, or it is off";
    private const string NotFound = "the tenant says that there is no such list, of something that is there";

    /// <summary>Whether the tenant refuses what was asked for; of a whole listing it says so by "not found" as well.</summary>
    public static bool IsRefusal(ManagementApiException failure) =>
        failure.Kind is ManagementApiErrorKind.MissingScope or ManagementApiErrorKind.FeatureMissing or ManagementApiErrorKind.NotFound;

    /// <summary>Why, in words.</summary>
    public static string Why(ManagementApiException failure) =>
        failure.Kind == ManagementApiErrorKind.MissingScope ? Lacks(failure.ExpectedScopes) : Plan;

    /// <summary>Why one list among others of its kind is refused.</summary>
    public static string WhyAlone(ManagementApiException failure) =>
        failure.Kind == ManagementApiErrorKind.NotFound ? NotFound : "the tenant refuses it";

    /// <summary>What a token lacks, in words.</summary>
    public static string Lacks(IReadOnlyList<string> scopes) => Lacking + string.Join(", ", scopes);

    /// <summary>The announcement.</summary>
    public static SyncSkip Skip(string what, string why) => new(
        what,
        why,
        why.StartsWith(Lacking, StringComparison.Ordinal)
            ? $"Grant {why[Lacking.Length..]} to the application for the Auth0 Management API."
            : why == Plan ? "Ask for the feature in the tenant's plan, or leave the resource type out with --sync-resource-types."
            : "Run again; where it stays so, ask Auth0, or leave the resource type out with --sync-resource-types.");
}
