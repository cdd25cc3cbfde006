using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Shell;
using Auth0Connector.MockTenant;

namespace Auth0Connector.Cli.MockTenant;

/// <summary>Reads the dialects of a mock tenant.</summary>
internal static class DialectReader
{
    /// <summary>The dialects given, each of which exists and means something where it is to be spoken.</summary>
    public static IReadOnlyList<string> Read(ResolvedSettings settings)
    {
        var dialects = settings.List(MockTenantFlags.Dialects);
        foreach (var text in dialects)
        {
            Check(settings.Given(MockTenantFlags.Dialects)!.Label, text);
        }

        return dialects;
    }

    private static void Check(string label, string text)
    {
        var (name, listing) = MockDialects.Split(text);
        var dialect = MockDialects.All.FirstOrDefault(x => x.Name == name)
            ?? throw Unknown(label, name, "dialect", [.. MockDialects.All.Select(static x => x.Name)]);
        if (listing is null || dialect.Listings.Contains(listing, StringComparer.Ordinal))
        {
            return;
        }

        throw MockListings.All.Any(x => x.Name == listing)
            ? new UsageException($"{label}: '{name}' has no meaning at '{listing}'; it is for {dialect.Where.Replace("`", "", StringComparison.Ordinal)}")
            : Unknown(label, listing, "listing", [.. MockListings.All.Select(static x => x.Name)]);
    }

    private static UsageException Unknown(string label, string word, string what, IReadOnlyList<string> known)
    {
        var next = Suggestion.For(word, known) is { } meant ? $"did you mean '{meant}'?" : $"give one of {string.Join(", ", known)}";
        return new UsageException($"{label}: '{Printable.Short(word)}' is no known {what}; {next}");
    }
}
