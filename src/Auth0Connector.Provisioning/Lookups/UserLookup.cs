using Auth0Connector.ManagementApi;
using Auth0Connector.ManagementApi.Paging;
using Auth0Connector.ManagementApi.Records;

namespace Auth0Connector.Provisioning.Lookups;

/// <summary>Finds one person by id, e-mail address, name, user name or phone number; several are listed, never guessed.</summary>
public sealed class UserLookup(ManagementApiClient client)
{
    private const int MostListed = 10;

    /// <summary>Whether the text is an id by its form (API reference, section 10), which a name could have as well.</summary>
    public static bool IsId(string text) => text.Contains('|', StringComparison.Ordinal);

    /// <summary>The one person whom the text names.</summary>
    /// <exception cref="ProvisioningException">Nobody, or more than one.</exception>
    public async Task<UserRecord> FindAsync(string text, CancellationToken cancellationToken)
    {
        // An id is the person, whoever else may have it as a name.
        if (IsId(text) && await client.FindUserAsync(text, cancellationToken) is { UserId: not null } byId)
        {
            return byId;
        }

        var found = new Dictionary<string, UserRecord>(StringComparer.Ordinal);
        foreach (var user in await ByEmailAsync(text, cancellationToken))
        {
            found.TryAdd(user.UserId ?? "", user);
        }

        // The address is asked for first because the search may not know yet who was created a moment ago.
        await foreach (var page in client.SearchUsersAsync(Query(text), sort: null, cursor: null, cancellationToken).DemandEvidence(cancellationToken))
        {
            foreach (var user in page.Items.Where(static user => user.UserId is not null))
            {
                found.TryAdd(user.UserId!, user);
            }
        }

        return found.Count switch
        {
            1 => found.Values.Single(),
            0 => throw new ProvisioningException(
                ProvisioningErrorKind.NotFound,
                $"nobody in the tenant has the id, e-mail address, name, user name or phone number '{text}'"),
            _ => throw new ProvisioningException(
                ProvisioningErrorKind.Ambiguous,
                $"'{text}' fits {found.Count} people; name one by id: {Listed(found.Values)}"),
        };
    }

    private async Task<IReadOnlyList<UserRecord>> ByEmailAsync(string text, CancellationToken cancellationToken) =>
        text.Contains('@', StringComparison.Ordinal) ? await client.FindUsersByEmailAsync(text, cancellationToken) : [];

    private static string Query(string text)
    {
        var quoted = SearchText.Quote(text);
        return $"email:{quoted} OR name:{quoted} OR username:{quoted} OR phone_number:{quoted}";
    }

    private static string Listed(IReadOnlyCollection<UserRecord> users)
    {
        var shown = users.Take(MostListed).Select(static user => $"{user.UserId} ({(user.Identities.Count > 0 ? user.Identities[0].Connection : null) ?? "no connection"})");
        return string.Join(", ", shown) + (users.Count > MostListed ? $" and {users.Count - MostListed} more" : "");
    }
}
