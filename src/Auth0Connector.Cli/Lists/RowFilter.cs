using Auth0Connector.AccessFile.Messages;
using Auth0Connector.Analysis.Listing;
using Auth0Connector.Cli.Settings;

namespace Auth0Connector.Cli.Lists;

/// <summary>What rows must have beyond what the file itself is asked for.</summary>
internal sealed class RowFilter(ResolvedSettings settings)
{
    private readonly string? _search = settings.Text(ListFlags.Search);
    private readonly string? _status = settings.Choice(ListFlags.Status);

    /// <summary>Whether one of the texts holds what is searched for.</summary>
    public bool Matches(params IEnumerable<string> texts) =>
        _search is null || texts.Any(text => text.Contains(_search, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a resource has what is searched for.</summary>
    public bool Matches(Resource resource) => _search is null || Matches(Texts(resource));

    /// <summary>Whether a person has the status that is asked for.</summary>
    public bool HasStatus(Resource resource) => _status is null || new Person(resource).Status == _status;

    /// <summary>What a resource can be found by.</summary>
    public static IEnumerable<string> Texts(Resource resource)
    {
        var person = new Person(resource);
        return [resource.DisplayName, resource.Id?.Resource ?? string.Empty, person.Email, person.Profile("name"), .. person.Addresses];
    }
}
