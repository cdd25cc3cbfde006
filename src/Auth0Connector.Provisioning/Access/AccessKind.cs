using Auth0Connector.ManagementApi;
using Auth0Connector.ManagementApi.Writes;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Provisioning.Access;

/// <summary>One kind of access that can be given and taken: who may hold what, and everything that follows from it.</summary>
/// <param name="Principal">Who may hold it.</param>
/// <param name="Target">The form of what is held.</param>
internal sealed record AccessKind(PrincipalType Principal, Type Target)
{
    /// <summary>What stands in a scope for <c>create</c> where something is given, and for <c>delete</c> where it is taken.</summary>
    public const string Verb = "*";

    /// <summary>The request that gives it to a principal, or takes it.</summary>
    public required Func<bool, string, AccessTarget, ApiWrite> Write { get; init; }

    /// <summary>The one request for several principals; <see langword="null"/> where each has its own.</summary>
    public Func<bool, IReadOnlyList<string>, AccessTarget, ApiWrite>? WriteTogether { get; init; }

    /// <summary>Whether the principal holds it, by the endpoint that knows it at once and not from a lagging listing.</summary>
    public required Func<ManagementApiClient, string, AccessTarget, CancellationToken, Task<bool>> IsHeldAsync { get; init; }

    /// <summary>What is given and taken, in the plural, and the scopes for it; <see cref="Verb"/> stands for the verb.</summary>
    public required ScopeNeed Changing { get; init; }

    /// <summary>What is read before and after, and the scopes for it.</summary>
    public required ScopeNeed Reading { get; init; }

    /// <summary>Why a change cannot be made where the tenant finds something of it not.</summary>
    public Func<AccessTarget, string> Absent { get; init; } = static _ => "not in the tenant";

    /// <summary>What it ends with: whoever loses that holds this no more.</summary>
    public Func<AccessTarget, AccessTarget>? EndsWith { get; init; }

    /// <summary>What a change needs: sending it, and reading what is held before and after.</summary>
    public IReadOnlyList<ScopeNeed> Needs(bool isGrant)
    {
        var verb = isGrant ? "create" : "delete";
        return
        [
            new ScopeNeed(
                $"{(isGrant ? "granting" : "revoking")} {Changing.What}",
                [.. Changing.Alternatives.Select(set => set.Select(scope => scope.Replace(Verb, verb, StringComparison.Ordinal)).ToList())]),
            Reading with { What = $"reading {Reading.What}" },
        ];
    }
}
