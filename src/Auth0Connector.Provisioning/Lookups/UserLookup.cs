using Auth0Connector.ManagementApi;
using Auth0Connector.ManagementApi.Failures;
using Auth0Connector.ManagementApi.Paging;
using Auth0Connector.ManagementApi.Records;
using Auth0Connector.ManagementApi.Search;

namespace Auth0Connector.Provisioning.Lookups;

/// <summary>
/// Finds one person by id, e-mail address, phone number, or name and user name: by that which the text has the form of,
/// and nothing else. Every hit is compared with what was asked for, and several are listed, never guessed.
/// </summary>
public sealed class UserLookup(ManagementApiClient client)
{
    private const int MostListed = 10;

    /// <summary>Whether somebody was found by an address that the tenant does not know to be theirs.</summary>
    public static bool IsUnverified(string text, UserRecord user) => NameForms.Of(text) == NameForm.Email && user.EmailVerified != true;

    /// <summary>The connection that somebody first signed up with, where the answer says one.</summary>
    public static string? ConnectionOf(UserRecord user) => user.Identities is { Count: > 0 } known ? known[0].Connection : null;

    /// <summary>The person of an id, whatever form the id has; <see langword="null"/> where there is none.</summary>
    /// <exception cref="ManagementApiException">The tenant answered with somebody else.</exception>
    public async Task<UserRecord?> FindByIdAsync(string id, CancellationToken cancellationToken) =>
        await client.FindUserAsync(id, cancellationToken) is not { UserId: not null } user ? null
        : user.UserId == id ? user : throw SomebodyElse.Answered("/users/{id}");

    /// <summary>The one person whom the text names.</summary>
    /// <exception cref="ProvisioningException">Nobody, or more than one.</exception>
    /// <exception cref="ManagementApiException">The tenant answered with somebody else.</exception>
    public async Task<UserRecord> FindAsync(string text, CancellationToken cancellationToken)
    {
        var asked = text.Trim();
        var form = NameForms.Of(asked);
        var hits = form switch
        {
            NameForm.Id => await ByIdAsync(asked, cancellationToken),
            NameForm.Email => await ByEmailAsync(asked, cancellationToken),
            NameForm.Phone => await SearchAsync($"phone_number:{SearchText.Quote("+" + NameForms.Digits(asked))} OR phone_number:{SearchText.Quote(asked)}", cancellationToken),
            _ => await SearchAsync($"name:{SearchText.Quote(asked)} OR username:{SearchText.Quote(asked)}", cancellationToken),
        };
        var found = hits.Where(user => user.UserId is not null && IsMeant(form, asked, user)).DistinctBy(static user => user.UserId).ToList();
        return found switch
        {
            [var one] => one,
            [] => throw new ProvisioningException(ProvisioningErrorKind.NotFound, Nobody(form, text)),
            _ => throw new ProvisioningException(ProvisioningErrorKind.Ambiguous, $"'{text}' fits {found.Count} people; name one by id: {Listed(found)}")
            {
                Candidates = found,
            },
        };
    }

    private static bool IsMeant(NameForm form, string asked, UserRecord user) => form switch
    {
        NameForm.Id => user.UserId == asked,
        NameForm.Email => string.Equals(user.Email, asked, StringComparison.OrdinalIgnoreCase),
        NameForm.Phone => NameForms.Digits(user.PhoneNumber) == NameForms.Digits(asked),
        _ => string.Equals(user.Name?.Trim(), asked, StringComparison.OrdinalIgnoreCase) || string.Equals(user.Username, asked, StringComparison.OrdinalIgnoreCase),
    };

    private static string Nobody(NameForm form, string text) => form switch
    {
        NameForm.Id => $"nobody in the tenant has the id '{text}'",
        NameForm.Email => $"nobody in the tenant has the e-mail address '{text}'; what has an address's form is not looked for as a name",
        NameForm.Phone => $"nobody in the tenant has the phone number '{text}'; what has a number's form is not looked for as a name",
        _ => $"nobody in the tenant has the name or user name '{text}'",
    };

    private static string Listed(IReadOnlyCollection<UserRecord> users)
    {
        var shown = users.Take(MostListed).Select(static user => $"{user.UserId} ({ConnectionOf(user) ?? "no connection"})");
        return string.Join(", ", shown) + (users.Count > MostListed ? $" and {users.Count - MostListed} more" : "");
    }

    private async Task<IReadOnlyList<UserRecord>> ByIdAsync(string id, CancellationToken cancellationToken) =>
        await FindByIdAsync(id, cancellationToken) is { } user ? [user] : [];

    // The address is asked for first because the search may not know yet who was created a moment ago. It is compared as it
    // is written there, and most connections write it small.
    private async Task<IReadOnlyList<UserRecord>> ByEmailAsync(string address, CancellationToken cancellationToken)
    {
        var found = new List<UserRecord>();
        foreach (var written in new[] { address, address.ToLowerInvariant() }.Distinct(StringComparer.Ordinal))
        {
            try
            {
                found.AddRange(await client.FindUsersByEmailAsync(written, cancellationToken));
            }
            catch (ManagementApiException refused) when (refused.Kind == ManagementApiErrorKind.BadRequest)
            {
                // No address by the tenant's own rules: nobody has it.
            }
        }

        found.AddRange(await SearchAsync($"email:{SearchText.Quote(address)}", cancellationToken));
        return found;
    }

    private async Task<IReadOnlyList<UserRecord>> SearchAsync(string query, CancellationToken cancellationToken)
    {
        var found = new List<UserRecord>();
        await foreach (var page in client.SearchUsersAsync(query, sort: null, cursor: null, cancellationToken).DemandEvidenceAsync(cancellationToken))
        {
            found.AddRange(page.Items);
        }

        return found;
    }
}
