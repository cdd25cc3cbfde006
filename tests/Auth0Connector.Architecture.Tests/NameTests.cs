using System.Reflection;
using System.Runtime.CompilerServices;

namespace Auth0Connector.Architecture.Tests;

/// <summary>One word for one thing: no two projects have a type of the same name.</summary>
public sealed class NameTests
{
    [Fact]
    public void No_two_projects_have_a_type_of_the_same_name() =>
        Demand.None(Shared(LayeringTests.Assemblies).Select(shared => shared.Words));

    [Fact]
    public void A_name_that_two_projects_have_is_seen_with_both()
    {
        var shared = Shared([.. LayeringTests.Assemblies, typeof(NameTests).Assembly]).Single(shared => shared.Name == nameof(Violations.ScopeNeed));

        Assert.Equal("ScopeNeed: Auth0Connector.Violations, Auth0Connector.Vocabulary", shared.Words);
    }

    private static IEnumerable<(string Name, string Words)> Shared(IEnumerable<Assembly> assemblies) =>
        assemblies.SelectMany(assembly => assembly.GetTypes())
            .Where(type => !type.IsNested && type.Namespace?.StartsWith("Auth0Connector", StringComparison.Ordinal) == true && !type.IsDefined(typeof(CompilerGeneratedAttribute)) && !type.Name.Contains('<', StringComparison.Ordinal))
            .GroupBy(type => type.Name.Split('`')[0], StringComparer.Ordinal)
            .Where(types => types.Select(type => type.Assembly).Distinct().Skip(1).Any())
            .OrderBy(types => types.Key, StringComparer.Ordinal)
            .Select(types => (types.Key, $"{types.Key}: {string.Join(", ", types.Select(type => type.Namespace).Order(StringComparer.Ordinal))}"));
}
