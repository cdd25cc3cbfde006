using Auth0Connector.ManagementApi;
using Auth0Connector.Sync.Reporting;

namespace Auth0Connector.Sync.Preflight;

/// <summary>What a 403 to a part means that the sync can do without.</summary>
internal static class Refusals
{
    private const string Lacking = "the token lacks ";

    /// <summary>Whether a failure is the tenant's refusal of a part that is not required.</summary>
    public static bool CanBeLivedWith(ScopeRequirement requirement, ManagementApiException failure) =>
        !requirement.IsRequired && failure.Kind is ManagementApiErrorKind.MissingScope or ManagementApiErrorKind.FeatureMissing;

    /// <summary>Why, in words.</summary>
    public static string Why(ManagementApiException failure) => failure.Kind == ManagementApiErrorKind.MissingScope
        ? Lacks(failure.ExpectedScopes)
        : "the tenant's plan lacks the feature, or it is off";

    /// <summary>What a token lacks, in words.</summary>
    public static string Lacks(IReadOnlyList<string> scopes) => Lacking + string.Join(", ", scopes);

    /// <summary>The announcement.</summary>
    public static SyncSkip Skip(string what, string why) => new(
        what,
        why,
        why.StartsWith(Lacking, StringComparison.Ordinal)
            ? $"Grant {why[Lacking.Length..]} to the application for the Auth0 Management API."
            : "Ask for the feature in the tenant's plan, or leave the resource type out with --sync-resource-types.");
}
