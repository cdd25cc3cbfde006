using Auth0Connector.AccessFile.Reading;
using Auth0Connector.Analysis.Listing;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Shell;

namespace Auth0Connector.Cli.Look;

/// <summary>A resource type that somebody named, which must be in the file.</summary>
internal static class KnownType
{
    /// <summary>Throws if neither a type nor a row of the file has that name.</summary>
    public static void Demand(AccessList list, string type, CancellationToken cancellationToken)
    {
        var types = list.ResourceTypes(cancellationToken).Select(known => known.Id).ToList();
        if (types.Contains(type, StringComparer.Ordinal) || list.Reader.ReadResources(list.Sync, new ResourceFilter { ResourceTypeId = type }, cancellationToken).Any())
        {
            return;
        }

        var close = Suggestion.For(type, types);
        throw new UsageException(
            $"--resource-type: there is no resource type '{Printable.Short(type)}' in the file; "
            + (close is null ? $"it has {(types.Count == 0 ? "none" : Printable.Of(string.Join(", ", types)))}" : $"did you mean '{Printable.Short(close)}'?"));
    }
}
