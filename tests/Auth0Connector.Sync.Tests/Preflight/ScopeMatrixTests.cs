using Auth0Connector.AccessFile.Format;
using Auth0Connector.Sync.Preflight;
using Auth0Connector.Sync.Settings;

namespace Auth0Connector.Sync.Tests.Preflight;

/// <summary>What is read, skipped and needed, for every subset of the scopes there are and every set of flags.</summary>
public sealed class ScopeMatrixTests
{
    // Odd, so that a stride through the subsets meets every scope held and lacking.
    private const int Stride = 1021;

    private static readonly string[] Types = ["user", "organization", "role", "group", "resource_server", "scope", "client"];

    private static readonly IReadOnlyList<HashSet<string>> Subsets =
        [.. Enumerable.Range(0, 1 << NeededPart.Known.Count).Select(static bits => NeededPart.Known.Where((_, index) => (bits >> index & 1) == 1).ToHashSet(StringComparer.Ordinal))];

    public static TheoryData<int> Flags => [.. Enumerable.Range(0, 32)];

    [Fact]
    public void Fifteen_scopes_are_known() => Assert.Equal(15, NeededPart.Known.Count);

    [Fact]
    public void With_everything_on_every_subset_of_the_scopes_comes_to_what_the_manual_says() =>
        Check(With(31), Subsets);

    [Theory]
    [MemberData(nameof(Flags))]
    public void Every_set_of_flags_comes_to_what_the_manual_says(int flags)
    {
        foreach (var settings in Variants(With(flags)))
        {
            Check(settings, Subsets.Where((_, index) => (index + flags) % Stride == 0).Append(Subsets[^1]));
        }
    }

    [Theory]
    [MemberData(nameof(Flags))]
    public void A_token_that_does_not_name_its_scopes_lacks_nothing(int flags)
    {
        foreach (var settings in Variants(With(flags)))
        {
            Assert.Equal(Outcome(settings, Subsets[^1]), Outcome(settings, granted: null));
        }
    }

    [Fact]
    public void What_is_said_to_be_missing_is_enough_and_nothing_less_is()
    {
        var settings = With(31);
        foreach (var granted in Subsets.Where(static (_, index) => index % Stride == 0))
        {
            var asked = granted.Union(Named(Outcome(settings, granted))).ToHashSet(StringComparer.Ordinal);
            Assert.DoesNotContain("error", Outcome(settings, asked), StringComparison.Ordinal);
            foreach (var one in Named(Outcome(settings, granted)))
            {
                Assert.Contains(one, Outcome(settings, asked.Where(scope => scope != one).ToHashSet(StringComparer.Ordinal)), StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("nosuch")]
    [InlineData("User")]
    [InlineData("")]
    public void A_type_that_does_not_exist_is_a_mistake_of_the_settings_wherever_it_is_named(string type)
    {
        foreach (var flags in Enumerable.Range(0, 32))
        {
            Assert.Equal($"error Settings: invalid resource type '{type}' in filter", Outcome(With(flags) with { ResourceTypes = ["user", type] }, granted: null));
            Assert.Equal($"error Settings: invalid resource type '{type}' in a bid", Outcome(With(flags) with { Resources = [new ResourceBid(type, "x")] }, granted: null));
        }
    }

    private static void Check(SyncSettings settings, IEnumerable<HashSet<string>> subsets)
    {
        string[] types = [.. Types.Where(type => IsOn(settings, type) && (settings.ResourceTypes.Count == 0 || settings.ResourceTypes.Contains(type) || (type == "resource_server" && settings.ResourceTypes.Contains("scope"))))];
        var wanted = NeededPart.All.Where(part => part.IsWanted(settings, types)).ToList();
        foreach (var granted in subsets)
        {
            Assert.Equal(Expected(settings, wanted, granted), Outcome(settings, granted));
        }
    }

    // Skipped is what was asked for, is not allowed and can be done without; what hangs on it is not spoken of.
    private static string Expected(SyncSettings settings, List<NeededPart> wanted, HashSet<string> granted)
    {
        var hanging = wanted.Where(part => wanted.Exists(basis => basis.Name == part.After && basis.Lacks(granted).Length > 0)).ToHashSet();
        var spoken = wanted.Where(part => !hanging.Contains(part)).ToList();
        var missing = spoken.Where(part => part.IsRequired(settings)).SelectMany(part => part.Lacks(granted)).Distinct().ToList();
        return missing.Count > 0
            ? $"error MissingScopes: the token lacks {string.Join(", ", missing)}"
            : string.Join('\n', spoken.Where(part => part.Lacks(granted).Length == 0).Select(part => $"read {part.What}"))
                + string.Concat(spoken.Where(part => part.Lacks(granted).Length > 0).Select(part => $"\nskip {part.What}: the token lacks {string.Join(", ", part.Lacks(granted))}"));
    }

    // The program's own answer.
    private static string Outcome(SyncSettings settings, HashSet<string>? granted)
    {
        try
        {
            var parts = PartSelection.For(settings, granted);
            return string.Join('\n', parts.All.Select(static part => $"read {part.What}")) + string.Concat(parts.Skips.Select(static skip => $"\nskip {skip.What}: {skip.Why}"));
        }
        catch (SyncException lacking)
        {
            return $"error {lacking.Kind}: {lacking.Message}";
        }
    }

    private static HashSet<string> Named(string outcome) =>
        [.. outcome.Split('\n').Where(static line => line.Contains("lacks ", StringComparison.Ordinal)).SelectMany(static line => line[(line.IndexOf("lacks ", StringComparison.Ordinal) + 6)..].Split(", "))];

    private static bool IsOn(SyncSettings settings, string type) => type switch
    {
        "resource_server" or "scope" => settings.Permissions || settings.UserPermissions,
        "client" => settings.Permissions || settings.UserPermissions || settings.Applications,
        _ => true,
    };

    private static IEnumerable<SyncSettings> Variants(SyncSettings settings)
    {
        yield return settings;
        yield return settings with { SkipGrants = true };
        yield return settings with { SkipEntitlementsAndGrants = true };
        yield return settings with { Resources = [new ResourceBid("role", "rol_1")] };
        foreach (var one in Types.Where(type => IsOn(settings, type)))
        {
            yield return settings with { ResourceTypes = [one] };
            yield return settings with { ResourceTypes = [one, "user"] };
            yield return settings with { ResourceTypes = [one, "role"] };
        }
    }

    private static SyncSettings With(int flags) => new()
    {
        TargetPath = "x",
        Permissions = (flags & 1) != 0,
        UserPermissions = (flags & 2) != 0,
        Applications = (flags & 4) != 0,
        OrganizationOwnedRoles = (flags & 8) != 0,
        OrganizationConnections = (flags & 16) != 0,
    };
}
