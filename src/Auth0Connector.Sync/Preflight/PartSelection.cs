using Auth0Connector.Sync.Parts;
using Auth0Connector.Sync.Reporting;
using Auth0Connector.Sync.Settings;

namespace Auth0Connector.Sync.Preflight;

/// <summary>A part that the settings ask for, whether a sync cannot do without it, and what the token lacks for it.</summary>
internal sealed record PartFinding(PartDefinition Part, bool IsRequired, IReadOnlyList<string> Lacks);

/// <summary>Holds what the settings ask for against the scopes of the token.</summary>
internal static class PartSelection
{
    /// <param name="settings">What is asked for.</param>
    /// <param name="granted">Scopes of the token; <see langword="null"/> where the tenant does not say: then the answers decide.</param>
    /// <exception cref="SyncException">The settings name an unknown type, or the token lacks what cannot be done without.</exception>
    public static SyncParts For(SyncSettings settings, IReadOnlySet<string>? granted)
    {
        var types = SyncedTypes.For(settings);
        var read = new Dictionary<PartDefinition, bool>();
        var skips = new List<SyncSkip>();
        var missing = new List<string>();
        foreach (var (part, isRequired, lacks) in Check(settings, types, granted))
        {
            if (lacks.Count == 0)
            {
                read.Add(part, isRequired);
            }
            else if (isRequired)
            {
                missing.AddRange(lacks);
            }
            else
            {
                skips.Add(Refusal.Skip(part.What, Refusal.Lacks(lacks)));
            }
        }

        return missing.Count == 0
            ? new SyncParts(settings, types, read, skips)
            : throw new SyncException(SyncErrorKind.MissingScopes, $"the token lacks {string.Join(", ", missing.Distinct(StringComparer.Ordinal))}")
            {
                Hint = "Grant them to the application for the Auth0 Management API, or leave the resource type out with --sync-resource-types.",
            };
    }

    /// <param name="settings">What is asked for.</param>
    /// <param name="types">The resource types that it comes to.</param>
    /// <param name="granted">Scopes of the token; <see langword="null"/> where the tenant does not say: then nothing lacks.</param>
    /// <returns>Every part whose basis can be read; a part of something that is skipped means nothing on its own.</returns>
    public static IEnumerable<PartFinding> Check(SyncSettings settings, IReadOnlyList<string> types, IReadOnlySet<string>? granted)
    {
        var asked = new AskedFor(settings, types);
        var skipped = new HashSet<PartDefinition>();
        foreach (var part in TenantParts.All.Where(part => part.IsWanted(asked)))
        {
            if (part.After is { } basis && skipped.Contains(basis))
            {
                continue;
            }

            var lacks = granted is null ? [] : part.Need.Missing(granted);
            if (lacks.Count > 0)
            {
                skipped.Add(part);
            }

            yield return new PartFinding(part, part.RequiredWhen(asked), lacks);
        }
    }
}
