using Auth0Connector.Vocabulary;

namespace Auth0Connector.Provisioning.Journal;

/// <summary>A change as a line of a file names it: ids only, no people's names.</summary>
internal sealed record ChangeLine
{
    private const string Grant = "grant";
    private const string Revoke = "revoke";

    public string Change { get; init; } = "";

    public string PrincipalType { get; init; } = ResourceTypeIds.User;

    public string Principal { get; init; } = "";

    public string? Role { get; init; }

    public string? Organization { get; init; }

    public string? Api { get; init; }

    public string? Scope { get; init; }

    /// <summary>Whether something is given or taken; <see langword="null"/> where the line says neither.</summary>
    public bool? Gives() => Change switch { Grant => true, Revoke => false, _ => null };

    /// <summary>The word for giving or taking.</summary>
    public static string Word(bool isGrant) => isGrant ? Grant : Revoke;
}
